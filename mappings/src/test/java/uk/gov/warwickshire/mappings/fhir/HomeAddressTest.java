package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household.Address;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.LookedAfter.Placement;
import uk.gov.warwickshire.mappings.record.Period;

class HomeAddressTest {

    @ParameterizedTest(name = "an address of type \"{0}\" leaves: {1}")
    @CsvSource({
        "Home, true",
        "Home Address, true",
        "Primary Address, true",
        "MAIN, true",
        "Y, true",
        "Placement, false",
        "Home - Placement, false",
        "Foster home, false",
        "Children's home, false",
        "Care home, false",
        "Temporary, false",
        "Refuge (main), false",
        "Correspondence, false",
        "PL, false"
    })
    void onlyATypeThatSaysHomeLeaves(String type, boolean leaves) {
        ChildRecord child = child(address("A1", Optional.of(Coded.textOnly(type)), "2020-01-01", Optional.empty()));

        assertThat(HomeAddress.of(child).isPresent()).isEqualTo(leaves);
    }

    @Test
    void takesTheOpenOneThatStartedLast() {
        ChildRecord child = child(
                address("old", Optional.empty(), "2019-01-01", Optional.empty()),
                address("new", Optional.empty(), "2022-01-01", Optional.empty()),
                address("closed", Optional.empty(), "2024-01-01", Optional.of("2025-01-01")));

        assertThat(HomeAddress.of(child)).map(Address::id).contains("new");
    }

    @Test
    void noneOfAChildLookedAfterOrRestricted() {
        assertThat(HomeAddress.of(ChildRecords.cases().get("looked-after"))).isEmpty();
        assertThat(HomeAddress.of(ChildRecords.cases().get("restricted"))).isEmpty();
        assertThat(HomeAddress.of(ChildRecords.cases().get("child-in-need"))).isPresent();
    }

    @Test
    void noneWhileAnEpisodeOfCareIsOpenThoughNoPlacementIs() {
        Address home = address("home", Optional.empty(), "2022-01-01", Optional.empty());
        Episode open = episode(Optional.empty());

        assertThat(HomeAddress.of(with(home).with(open).build())).isEmpty();
        assertThat(HomeAddress.of(
                        with(home).with(episode(Optional.of("2024-01-01"))).build()))
                .isPresent();
    }

    @Test
    void noneWhileAPlacementIsOpenThoughNoEpisodeIs() {
        Address home = address("home", Optional.empty(), "2022-01-01", Optional.empty());

        assertThat(HomeAddress.of(with(home).with(placement(Optional.empty())).build()))
                .isEmpty();
        assertThat(HomeAddress.of(
                        with(home).with(placement(Optional.of("2024-01-01"))).build()))
                .isPresent();
    }

    private static ChildRecord child(Address... addresses) {
        return new ChildRecordBuilder(ChildRecords.cases().get("minimal").person())
                .with(addresses)
                .build();
    }

    private static ChildRecordBuilder with(Address home) {
        return new ChildRecordBuilder(ChildRecords.cases().get("minimal").person()).with(home);
    }

    private static Episode episode(Optional<String> end) {
        return new Episode(
                "E1",
                Optional.empty(),
                Optional.empty(),
                period("2023-01-01", end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChildRecordBuilder.row("ssd_cla_episodes", 2));
    }

    private static Placement placement(Optional<String> end) {
        return new Placement(
                "P1",
                Optional.empty(),
                period("2023-01-01", end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChildRecordBuilder.row("ssd_cla_placement", 2));
    }

    private static Period period(String start, Optional<String> end) {
        return new Period(Optional.of(LocalDate.parse(start)), end.map(LocalDate::parse));
    }

    private static Address address(String id, Optional<Coded> type, String start, Optional<String> end) {
        return new Address(
                id,
                type,
                List.of("1 Street"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                period(start, end),
                ChildRecordBuilder.row("ssd_address", 2));
    }
}
