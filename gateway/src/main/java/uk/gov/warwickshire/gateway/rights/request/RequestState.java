package uk.gov.warwickshire.gateway.rights.request;

/** States of a request, in the words the console shows. The ways between them stand in {@link RequestStates}. */
public enum RequestState {
    RECEIVED("identity and capacity are not confirmed yet"),
    CONFIRMED("who asks is confirmed; it waits for a decision"),
    GRANTED("granted; it is being carried out"),
    COMPLETED("carried out, with the proof below"),
    REFUSED("refused, with the ground below"),
    WITHDRAWN("taken back by the person who asked"),
    LIFTED("it was in force and counts no longer");

    private final String meaning;

    RequestState(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether the person still waits for an answer: then the clock runs. */
    public boolean isOpen() {
        return this == RECEIVED || this == CONFIRMED || this == GRANTED;
    }
}
