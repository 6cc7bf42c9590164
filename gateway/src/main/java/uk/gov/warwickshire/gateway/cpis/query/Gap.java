package uk.gov.warwickshire.gateway.cpis.query;

/** Why an answer may be less than there is. It is said in the answer, so that nobody takes it for "no plan". */
public enum Gap {
    NUMBER_NOT_VERIFIED("A record with this NHS number has not been verified yet"),
    NUMBER_SHARED("More than one record carries this NHS number"),
    RECORD_INCOMPLETE("A record with this NHS number is incomplete"),
    NOT_AGREED("Part of the record may not be shared with your organisation");

    private final String words;

    Gap(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
