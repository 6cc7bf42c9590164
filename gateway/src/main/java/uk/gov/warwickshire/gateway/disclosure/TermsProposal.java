package uk.gov.warwickshire.gateway.disclosure;

/**
 * A change that someone proposes, found valid beside what is in force. Only {@link TermsDesk} makes one.
 *
 * @param basedOn the change it was checked against: if there has been another since, it has to be looked at again
 */
public record TermsProposal(TermsPart part, String fileName, String content, Terms terms, long basedOn) {

    /** Declared version and hash of the content. */
    public String version() {
        return part == TermsPart.POLICY
                ? terms.policy().version()
                : terms.agreements().version();
    }
}
