package uk.gov.warwickshire.gateway.rights.erasure;

/** States of an erasure, in the words the console shows. */
public enum ErasureState {
    ASKED("asked for; another person has to approve it"),
    APPROVED("approved; it begins in a moment"),
    WITHDRAWING("recipients are told to delete what they hold; it can still be stopped"),
    ERASED("erased from the database; indexes and files follow"),
    DONE("erased everywhere, with the certificate below"),
    STOPPED("stopped before anything was destroyed"),
    REFUSED("not approved");

    private final String meaning;

    ErasureState(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isOpen() {
        return this == ASKED || this == APPROVED || this == WITHDRAWING || this == ERASED;
    }
}
