package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Period;

/** Every day on which something happened with a child: for the last contact, and for holds on a period. */
final class RecordDays {

    private RecordDays() {}

    static Stream<LocalDate> of(ChildRecord child) {
        Stream<Period> periods = Stream.of(
                        child.childInNeed().referrals().stream().map(one -> one.period()),
                        child.childInNeed().assessments().stream().map(one -> one.period()),
                        child.childInNeed().plans().stream().map(one -> one.period()),
                        child.childProtection().enquiries().stream().map(one -> one.period()),
                        child.childProtection().plans().stream().map(one -> one.period()),
                        child.lookedAfter().episodes().stream().map(one -> one.period()),
                        child.lookedAfter().placements().stream().map(one -> one.period()),
                        child.network().involvements().stream().map(one -> one.period()))
                .flatMap(stream -> stream);
        Stream<Optional<LocalDate>> days = Stream.of(
                        child.childProtection().conferences().stream().map(one -> one.held()),
                        child.childProtection().reviews().stream().map(one -> one.held()),
                        child.careLeavers().stream().map(one -> one.latestContact()))
                .flatMap(stream -> stream);
        return Stream.concat(
                periods.flatMap(period -> Stream.concat(period.start().stream(), period.end().stream())),
                days.flatMap(Optional::stream));
    }
}
