package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.inbound.Acknowledgement;
import uk.gov.warwickshire.mappings.cpis.inbound.FailedRecord;
import uk.gov.warwickshire.mappings.cpis.inbound.FileResponseCode;
import uk.gov.warwickshire.mappings.cpis.inbound.ResponseDetail;

/**
 * Reads out of an acknowledgement what became of each record of the file. A returned record is found by its place in the
 * upload, else by its numbers; where one cannot be found, the others are not taken for loaded.
 *
 * @param byPosition an answer for every record of the file; empty where CP-IS has loaded none
 * @param unplaced how many returned records could not be found in the file
 */
record RecordAnswers(Map<Integer, RecordAnswer> byPosition, int unplaced) {

    /** Without an index where there is but one. */
    private static final Pattern PLACE = Pattern.compile("(?:^|[/:])record(?:\\[(\\d{1,6})]|(?=/|$))");

    RecordAnswers {
        byPosition = Map.copyOf(byPosition);
    }

    /** Why the acknowledgement cannot be about this file, or contradicts itself; empty if it can be applied. */
    static Optional<String> contradiction(Acknowledgement answer, int records) {
        Optional<FileResponseCode> code = answer.file().fileCode();
        long processed = answer.processed().value();
        if (processed > records) {
            return Optional.of("it names more records than the file has");
        }
        boolean all = code.equals(Optional.of(FileResponseCode.CPF02));
        if (all && !answer.isEverythingUploaded()) {
            return Optional.of("it says that all records were loaded and does not count so");
        }
        if (all && answer.processed().isDetermined() && processed != records) {
            return Optional.of("it says that all records were loaded, and the file has another number of them");
        }
        if (all && answer.records().stream().anyMatch(detail -> !RecordAnswer.isSuccess(detail))) {
            return Optional.of("it says that all records were loaded, and of some that they were not");
        }
        boolean partly = code.equals(Optional.of(FileResponseCode.CPF03));
        if (partly
                && answer.processed().isDetermined()
                && processed != records
                && processed + answer.failed().size() != records) {
            return Optional.of("it accounts for another number of records than the file has");
        }
        return Optional.empty();
    }

    static RecordAnswers of(Acknowledgement answer, List<SentRecord> sent) {
        Map<Integer, List<ResponseDetail>> found = new HashMap<>();
        Set<Integer> returned = new HashSet<>();
        int unplaced = 0;
        for (FailedRecord failed : answer.failed()) {
            List<Integer> positions = positions(failed, sent);
            positions.forEach(position ->
                    found.computeIfAbsent(position, key -> new ArrayList<>()).addAll(failed.details()));
            returned.addAll(positions);
            unplaced += positions.isEmpty() ? 1 : 0;
        }
        // Details given for records as a whole count where they name a place.
        for (ResponseDetail detail : answer.records()) {
            List<Integer> places = places(Stream.of(detail), sent);
            places.forEach(position ->
                    found.computeIfAbsent(position, key -> new ArrayList<>()).add(detail));
            unplaced += places.isEmpty()
                            && !RecordAnswer.isSuccess(detail)
                            && answer.failed().isEmpty()
                    ? 1
                    : 0;
        }
        boolean tells = answer.file().fileCode().equals(Optional.of(FileResponseCode.CPF02))
                || (unplaced == 0 && !found.isEmpty() && answer.failedReturned().isDetermined());
        Map<Integer, RecordAnswer> answers = new TreeMap<>();
        for (SentRecord record : sent) {
            List<ResponseDetail> details = found.get(record.position());
            RecordAnswer rest = tells ? RecordAnswer.ACCEPTED : RecordAnswer.UNCERTAIN;
            RecordAnswer told = details == null ? rest : RecordAnswer.of(details);
            // To be returned and to be loaded contradict each other.
            answers.put(record.position(), returned.contains(record.position()) ? told.ofReturned() : told);
        }
        return new RecordAnswers(answers, unplaced);
    }

    /** A returned record that names a place and another person's number is nowhere: one of the two is wrong. */
    private static List<Integer> positions(FailedRecord failed, List<SentRecord> sent) {
        List<Integer> places = places(failed.details().stream(), sent);
        List<Integer> named = sent.stream()
                .filter(record -> isSubject(failed, record))
                .map(SentRecord::position)
                .toList();
        if (places.isEmpty()) {
            return named;
        }
        boolean namesNobody = failed.nhsNumber().isEmpty() && failed.localId().isEmpty();
        return namesNobody || named.containsAll(places) ? places : List.of();
    }

    private static boolean isSubject(FailedRecord failed, SentRecord record) {
        boolean sameNumber = failed.nhsNumber()
                .map(number -> number.equals(record.record().subject().nhsNumber()))
                .orElse(true);
        boolean samePerson = failed.localId()
                .map(id -> record.record().subject().localId().equals(Optional.of(id)))
                .orElse(true);
        return sameNumber
                && samePerson
                && (failed.nhsNumber().isPresent() || failed.localId().isPresent());
    }

    /** A place without an index is one only where nothing else could be meant. */
    private static Stream<Integer> index(String place, List<SentRecord> sent) {
        String digits = place.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return sent.size() == 1 ? Stream.of(1) : Stream.empty();
        }
        return Stream.of(Integer.parseInt(digits));
    }

    private static List<Integer> places(Stream<ResponseDetail> details, List<SentRecord> sent) {
        return details.flatMap(detail -> detail.locations().stream())
                .flatMap(path ->
                        PLACE.matcher(path).results().map(MatchResult::group).flatMap(place -> index(place, sent)))
                .filter(position -> position >= 1 && position <= sent.size())
                .distinct()
                .collect(Collectors.toList());
    }
}
