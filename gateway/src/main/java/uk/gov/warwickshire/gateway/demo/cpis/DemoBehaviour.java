package uk.gov.warwickshire.gateway.demo.cpis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments.Viewer;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Every answer of CP-IS at least once, and always the same: file codes go by the file's number, record codes and
 * notifications by the place of a child in the list of those at risk.
 */
final class DemoBehaviour implements CpIsBehaviour {

    /** What the first receipt of a file with this number is answered with. */
    private static final Map<Long, String> FILE_CODES =
            Map.of(1L, "CPF05", 2L, NOT_UNDERSTOOD, 3L, "CPF01", 4L, "CPF04", 5L, "CPF06");

    /** CPR99 is one that no version knows. */
    private static final List<String> RECORD_CODES =
            List.of("CPR01", "CPR02", "CPR03", "CPR04", "CPR05", "CPR07", "CPR99");

    private static final Viewer NURSE = new Viewer(
            "20261120021500+0000", "Sam Sampleson", "Emergency department nurse", "University Hospital Coventry");

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final Map<String, Optional<String>> inactive = new LinkedHashMap<>();

    /**
     * @param atRisk numbers of children on a plan or in care, in an order that is always the same
     * @param replacement a number that nobody has
     */
    DemoBehaviour(List<NhsNumber> atRisk, NhsNumber replacement) {
        List<String> numbers = atRisk.stream().map(NhsNumber::digits).toList();
        for (int i = 0; i < numbers.size(); i++) {
            if (i < RECORD_CODES.size()) {
                codes.put(numbers.get(i), RECORD_CODES.get(i));
            } else if (i == RECORD_CODES.size()) {
                inactive.put(numbers.get(i), Optional.of(replacement.digits()));
            } else if (i == RECORD_CODES.size() + 1) {
                inactive.put(numbers.get(i), Optional.empty());
            } else if (i % 20 == 0) {
                seen.add(numbers.get(i));
            }
        }
    }

    @Override
    public Optional<String> fileCode(long sequence, int times) {
        return times == 1 ? Optional.ofNullable(FILE_CODES.get(sequence)) : Optional.empty();
    }

    @Override
    public Optional<String> recordCode(ReceivedRecord record) {
        return Optional.ofNullable(codes.get(record.nhsNumber()));
    }

    /** A view of every twentieth child; an empty notification with the first file; inactive numbers where they occur. */
    @Override
    public List<byte[]> notifications(ReceivedUpload loaded) {
        List<byte[]> documents = new ArrayList<>();
        for (ReceivedRecord record : loaded.records()) {
            String number = record.nhsNumber();
            if (seen.contains(number)) {
                documents.add(AnswerDocuments.access(loaded.sequence(), Optional.of(number), NURSE));
            }
            if (inactive.containsKey(number)) {
                documents.add(AnswerDocuments.inactive(Map.of(number, inactive.get(number))));
            }
        }
        if (loaded.sequence() == 1) {
            documents.add(AnswerDocuments.access(loaded.sequence(), Optional.empty(), NURSE));
        }
        return documents;
    }
}
