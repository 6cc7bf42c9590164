package uk.gov.warwickshire.gateway.disclosure;

/** The files that the settings name, read and found valid at this start; not necessarily what is in force. */
record StartTerms(TermsText policy, TermsText agreements, Terms terms, TermsReader reader) {

    TermsText text(TermsPart part) {
        return part == TermsPart.POLICY ? policy : agreements;
    }

    String version(TermsPart part) {
        return part == TermsPart.POLICY
                ? terms.policy().version()
                : terms.agreements().version();
    }
}
