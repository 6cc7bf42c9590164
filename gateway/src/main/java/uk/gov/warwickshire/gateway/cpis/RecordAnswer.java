package uk.gov.warwickshire.gateway.cpis;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.cpis.inbound.RecordResponseCode;
import uk.gov.warwickshire.mappings.cpis.inbound.ResponseDetail;

/**
 * What an acknowledgement says of one record of a file.
 *
 * @param code the one that decides, as it came
 * @param json all details as they came
 */
record RecordAnswer(Outcome outcome, String code, String json) {

    /** How the record fared. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        /** The acknowledgement does not tell: sent again, which does no harm. */
        UNCERTAIN
    }

    private static final Set<String> FOR_PERSONS_ONLY = Set.of(RecordResponseCode.CPR02.name());
    private static final JsonMapper JSON = JsonMapper.shared();

    static final RecordAnswer ACCEPTED = new RecordAnswer(Outcome.ACCEPTED, RecordResponseCode.CPR06.name(), "[]");
    static final RecordAnswer UNCERTAIN = new RecordAnswer(Outcome.UNCERTAIN, "", "[]");

    /** The first code that is no success decides; one that this version does not know is no success. */
    static RecordAnswer of(List<ResponseDetail> details) {
        String json = JSON.writeValueAsString(details);
        return details.stream()
                .filter(detail -> !isSuccess(detail))
                .findFirst()
                .map(detail -> new RecordAnswer(Outcome.REFUSED, detail.code(), json))
                .orElseGet(() -> new RecordAnswer(Outcome.ACCEPTED, RecordResponseCode.CPR06.name(), json));
    }

    /** Of a record that was returned: with no other code than success it is not known what became of it. */
    RecordAnswer ofReturned() {
        return outcome == Outcome.ACCEPTED ? new RecordAnswer(Outcome.UNCERTAIN, code, json) : this;
    }

    static boolean isSuccess(ResponseDetail detail) {
        return detail.recordCode().filter(RecordResponseCode::isSuccess).isPresent();
    }

    /** CPR02: a sensitive record is settled by hand and never sent again by itself (cp-is.md 6). */
    static boolean isForPersonsOnly(String code) {
        return FOR_PERSONS_ONLY.contains(code);
    }
}
