package uk.gov.warwickshire.gateway.ops.console;

/** What a person at the console may do. A person may have several. */
public enum ConsoleRole {
    /** Watches the routes and mends them; sees no child's record. */
    ENGINEER("engineer"),
    /** Decides what may be disclosed: policy, agreements, people's rights. */
    INFORMATION_GOVERNANCE("information-governance"),
    /** Works through what CP-IS reports of children at risk. */
    SAFEGUARDING_LEAD("safeguarding-lead"),
    /** Reads decisions and audit; changes nothing. */
    AUDITOR("auditor"),
    /** May look at the body of a message or the record of a child; each look is audited. */
    RECORD_READER("record-reader");

    private final String code;

    ConsoleRole(String code) {
        this.code = code;
    }

    /** As written in settings and in the claim of the identity provider. */
    public String code() {
        return code;
    }

    /** As Spring Security and the templates name it. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** @throws IllegalArgumentException naming the roles there are */
    public static ConsoleRole ofCode(String code) {
        for (ConsoleRole role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: \"" + code + "\"; there are engineer, information-governance,"
                + " safeguarding-lead, auditor and record-reader");
    }
}
