package uk.gov.warwickshire.gateway.disclosure;

/** The two files that are put in force one by one. */
public enum TermsPart {
    POLICY("disclosure policy"),
    AGREEMENTS("data sharing agreements");

    private final String words;

    TermsPart(String words) {
        this.words = words;
    }

    /** As people call it. */
    public String words() {
        return words;
    }
}
