package uk.gov.warwickshire.mappings.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.record.Household.Address;

class HouseholdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void aChildBelongsWhereItsHomeIs() {
        assertThat(area(address("CV34 4RL", "2020-01-01", "2023-05-01"), address("B1 1AA", "2023-05-02", "")))
                .contains("B");
    }

    @Test
    void aChildInCareBelongsWhereItsLastHomeWas() {
        assertThat(area(
                        address("WR1 1AA", "2015-01-01", "2019-12-31"),
                        address("CV34 4RL", "2020-01-01", "2023-05-01")))
                .contains("CV");
    }

    @Test
    void aHomeThatIsStillToComeSaysNothing() {
        assertThat(area(address("CV34 4RL", "2026-07-01", ""))).isEmpty();
    }

    @Test
    void withoutAnyPostcodeNothingIsGuessed() {
        assertThat(area()).isEmpty();
    }

    private static Optional<String> area(Address... addresses) {
        return new Household(List.of(addresses), List.of(), List.of()).postcodeAreaOn(TODAY);
    }

    private static Address address(String postcode, String from, String until) {
        Period period = new Period(
                Optional.of(LocalDate.parse(from)),
                Optional.of(until).filter(u -> !u.isEmpty()).map(LocalDate::parse));
        return new Address(
                "A" + postcode,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(postcode),
                Optional.empty(),
                period,
                new SourceRow("ssd.zip", "ssd_address", 2));
    }
}
