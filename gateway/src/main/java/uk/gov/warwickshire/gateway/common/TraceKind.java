package uk.gov.warwickshire.gateway.common;

/** What the gateway keeps of its own work, by what it is kept for: each kind has a period of its own. */
public enum TraceKind {
    LEDGER("Disclosure ledger", "until a claim about a disclosure of a child of any age is out of time"),
    AUDIT("Audit", "as long as the ledger: who saw the record is part of the same question"),
    DELIVERIES(
            "Deliveries and their books", "six years: the time in which a breach of a statutory duty can be claimed"),
    CP_IS_FILES("Files to CP-IS", "six years: what the national service was told, word for word"),
    MESSAGES("Messages from MESH", "what a handled message said has taken effect; a month to answer for it"),
    FILES("Delivered files", "a year: needed after a restore, and to show what a source delivered"),
    REPORTS("Findings and reports of batches", "two years: until the source has mended what it was told"),
    PACKS("Subject access packs", "a year after the release: the requester may ask for it again"),
    LOGS("Log files", "half a year: to find out about a fault or an attack that was noticed late; they name nobody");

    private final String title;
    private final String ground;

    TraceKind(String title, String ground) {
        this.title = title;
        this.ground = ground;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** Why the period that ships is what it is. */
    public String ground() {
        return ground;
    }
}
