package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;

/** What CP-IS answers, changed by a test as it goes. */
final class CpIsScript implements CpIsBehaviour {

    final Map<Long, String> firstAnswers = new HashMap<>();
    final Map<Long, String> everyAnswer = new HashMap<>();
    final Map<String, String> recordCodes = new HashMap<>();
    final List<byte[]> notifications = new ArrayList<>();

    @Override
    public Optional<String> fileCode(long sequence, int times) {
        return Optional.ofNullable(everyAnswer.get(sequence))
                .or(() -> times == 1 ? Optional.ofNullable(firstAnswers.get(sequence)) : Optional.empty());
    }

    @Override
    public Optional<String> recordCode(ReceivedRecord record) {
        return Optional.ofNullable(recordCodes.get(record.nhsNumber()));
    }

    @Override
    public List<byte[]> notifications(ReceivedUpload loaded) {
        List<byte[]> due = List.copyOf(notifications);
        notifications.clear();
        return due;
    }
}
