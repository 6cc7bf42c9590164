package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.Arrays;
import java.util.Optional;

/** CP-ISUploadRecordResponse 3.0 (cp-is.md 6): the meaning is the specification's, the remedy is ours. */
public enum RecordResponseCode {
    CPR01("PDS: no match found for the NHS number", "Check number, registered name and date of birth on PDS"),
    CPR02(
            "PDS: matched, but the record is sensitive and cannot be updated",
            "Handle by hand with the safeguarding lead. Never send again by itself"),
    CPR03("PDS: the NHS number is not verified", "Correct name or date of birth to the registered ones"),
    CPR04("PDS: the format of the NHS number is incorrect, or it is an old-style number", "Trace the number on PDS"),
    CPR05("PDS: the NHS number is verified but superseded", "Trace the new number on PDS, then send with it"),
    CPR06("Record uploaded", "Nothing to do"),
    CPR07("Unsuccessful for the reason that the detail code gives", "Look the detail code up with the CP-IS team");

    private final String meaning;
    private final String remedy;

    RecordResponseCode(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }

    public boolean isSuccess() {
        return this == CPR06;
    }

    static Optional<RecordResponseCode> of(String code) {
        return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst();
    }
}
