package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.between;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.day;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.from;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.Period;

class PeriodOfCareTest {

    private static final Optional<String> CARE = Optional.of("CLA1");

    @Test
    void isOpenWhileOneEpisodeIs() {
        List<PeriodOfCare> periods = PeriodOfCare.of(List.of(
                episode("E2", CARE, from("2025-04-30"), Optional.empty()),
                episode("E1", CARE, between("2025-02-03", "2025-04-30"), Optional.empty())));

        assertThat(periods).singleElement().satisfies(care -> {
            assertThat(care.first().id()).isEqualTo("E1");
            assertThat(care.last().id()).isEqualTo("E2");
            assertThat(care.period()).isEqualTo(from("2025-02-03"));
        });
    }

    @Test
    void endsWithItsLastEpisode() {
        List<PeriodOfCare> periods = PeriodOfCare.of(List.of(
                episode("E1", CARE, between("2025-02-03", "2025-04-30"), Optional.empty()),
                episode("E2", CARE, between("2025-04-30", "2025-06-01"), Optional.empty())));

        assertThat(periods).singleElement().satisfies(care -> assertThat(care.period())
                .isEqualTo(between("2025-02-03", "2025-06-01")));
    }

    @Test
    void beginsWhenTheChildEnteredCare() {
        PeriodOfCare care = PeriodOfCare.of(List.of(episode("E1", CARE, from("2025-02-03"), day("2024-12-24"))))
                .get(0);

        assertThat(care.period()).isEqualTo(from("2024-12-24"));
    }

    @Test
    void episodesWithoutAPeriodOfCareStandAlone() {
        List<PeriodOfCare> periods = PeriodOfCare.of(List.of(
                episode("E1", Optional.empty(), between("2020-01-01", "2020-02-01"), Optional.empty()),
                episode("E2", CARE, from("2025-04-30"), Optional.empty())));

        assertThat(periods).extracting(PeriodOfCare::id).containsExactly("E1", "CLA1");
    }

    private static Episode episode(String id, Optional<String> care, Period period, Optional<LocalDate> entered) {
        return new Episode(
                id,
                care,
                Optional.empty(),
                period,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                entered,
                Optional.empty(),
                ChildRecordBuilder.row("ssd_cla_episodes", 2));
    }
}
