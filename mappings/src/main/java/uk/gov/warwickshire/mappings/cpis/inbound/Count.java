package uk.gov.warwickshire.mappings.cpis.inbound;

import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

/** A number that CP-IS gives as -1 where it could not be determined (cp-is.md 6); kept as it came. */
public record Count(long value) {

    static final Count UNDETERMINED = new Count(-1);

    public Count {
        if (value < -1) {
            throw new IllegalArgumentException("a count is -1 or more");
        }
    }

    public boolean isDetermined() {
        return value >= 0;
    }

    static Count of(String text, String where) throws MalformedException {
        if (!text.matches("-1|[0-9]{1,18}")) {
            throw new MalformedException(Reason.VALUE_INVALID, where);
        }
        return new Count(Long.parseLong(text));
    }
}
