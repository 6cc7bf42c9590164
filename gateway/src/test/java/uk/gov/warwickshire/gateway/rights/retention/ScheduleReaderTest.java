package uk.gov.warwickshire.gateway.rights.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;

/** A schedule that nobody has approved, or that says something else than a schedule may, stops the start. */
class ScheduleReaderTest {

    private static final Resource DRAFT = new ClassPathResource("retention-schedule.yaml");

    @Test
    void the_draft_is_refused_with_file_line_and_remedy() {
        assertThatThrownBy(() -> ScheduleReader.read(DRAFT, false))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageStartingWith("retention-schedule.yaml, line 7: nobody has approved this schedule")
                .hasMessageContaining("Write `by:` (a name) and `date:`");
    }

    @Test
    void the_demo_may_use_the_draft_and_says_so() {
        assertThat(ScheduleReader.read(DRAFT, true).approval()).isEmpty();
    }

    @Test
    void an_approved_one_is_taken_with_name_and_date() {
        RetentionSchedule schedule = read(ApprovedSchedule.text());

        assertThat(schedule.approval()).hasValueSatisfying(approval -> {
            assertThat(approval.by()).isEqualTo("A. Tester, records manager");
            assertThat(approval.date()).isEqualTo("2026-11-01");
        });
        assertThat(schedule.classes()).hasSize(Service.values().length);
    }

    @Test
    void every_period_of_the_draft_is_one_of_the_notice_and_each_of_these_is_used() {
        assertThat(ScheduleReader.read(DRAFT, true).classes())
                .allMatch(RecordClass::isPeriodOfTheNotice)
                .extracting(RecordClass::years)
                .containsAll(RecordClass.OF_THE_NOTICE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            years: 75              | years: 0                | `years` is a whole number from 1 to 150
            years: 75              | years: 200              | `years` is a whole number from 1 to 150
            runs-from: closure     | runs-from: closing      | no such event
            service: adoption      | service: adopting       | no such service
            service: complaint     | service: contact        | no class says how long records are kept of: complaint
            code: complaint        | code: adoption          | `adoption` is given twice
            basis: public-task     | basis: because          | `basis` is legal-obligation, public-task or consent
            date: 2026-11-01       | date: 1 November        | `date` is a day, as 2026-11-24
            version: draft-1       | versions: draft-1       | unknown key `versions`
            """)
    void what_is_misspelt_is_refused_at_its_line(String sound, String wrong, String words) {
        assertThatThrownBy(() -> read(ApprovedSchedule.text().replaceFirst("(?m)^( *-? ?)" + sound, "$1" + wrong)))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageMatching("(?s).*line \\d+: .*")
                .hasMessageContaining(words);
    }

    private static RetentionSchedule read(String text) {
        return ScheduleReader.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), false);
    }
}
