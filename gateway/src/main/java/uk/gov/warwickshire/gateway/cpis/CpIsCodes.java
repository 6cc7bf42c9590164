package uk.gov.warwickshire.gateway.cpis;

import java.util.Arrays;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.inbound.RecordResponseCode;

/** Codes of CP-IS by their text. */
final class CpIsCodes {

    private CpIsCodes() {}

    /** Empty for one that this version does not know. */
    static Optional<RecordResponseCode> record(String code) {
        return Arrays.stream(RecordResponseCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst();
    }
}
