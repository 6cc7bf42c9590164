package uk.gov.warwickshire.gateway.cpis;

import java.util.Arrays;
import java.util.function.Predicate;

/** What became of one upload file. The ways between the states stand in {@link CpIsFileStates}. */
public enum CpIsFileState {
    WRITTEN("Written down with its number, not yet sent", true),
    SENDING("Being handed to MESH", true),
    SENT("MESH has it; no acknowledgement yet", false),
    UNKNOWN("It may have gone: never sent again by itself", true),
    UNDELIVERED("MESH has refused it, or could not deliver it", true),
    REFUSED("CP-IS has loaded nothing of it", true),
    ACKNOWLEDGED("CP-IS has loaded every record", false),
    PARTLY_ACKNOWLEDGED("CP-IS has loaded some records and returned others", false),
    GIVEN_UP("A person has given it up; its records go with a later file", false);

    private final String meaning;
    private final boolean holdsBack;

    CpIsFileState(String meaning, boolean holdsBack) {
        this.meaning = meaning;
        this.holdsBack = holdsBack;
    }

    /** In the words the console shows. */
    public String meaning() {
        return meaning;
    }

    /** Whether no later file may be written: numbers must arrive without a gap, and a fault must not repeat itself. */
    public boolean holdsBack() {
        return holdsBack;
    }

    /** Whether an acknowledgement is still expected. */
    public boolean awaitsAnswer() {
        return this == SENT || this == UNKNOWN;
    }

    /** Whether nothing goes on without a person. */
    public boolean needsPerson() {
        return this == UNKNOWN || this == UNDELIVERED || this == REFUSED;
    }

    /** Whether a person may have the same file sent again: never while it is being sent. */
    public boolean mayBeResent() {
        return this == SENT || needsPerson();
    }

    /** Whether a person may enter that it arrived. */
    public boolean mayHaveArrived() {
        return this == UNKNOWN;
    }

    /** Whether a person may give it up: CP-IS has certainly not loaded it. */
    public boolean mayBeGivenUp() {
        return this == UNDELIVERED || this == REFUSED;
    }

    static String[] names(Predicate<CpIsFileState> wanted) {
        return Arrays.stream(values()).filter(wanted).map(Enum::name).toArray(String[]::new);
    }
}
