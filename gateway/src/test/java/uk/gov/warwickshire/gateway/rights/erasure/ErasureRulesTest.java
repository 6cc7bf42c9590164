package uk.gov.warwickshire.gateway.rights.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.core.io.ByteArrayResource;
import uk.gov.warwickshire.gateway.rights.retention.RetentionFacts;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedules;
import uk.gov.warwickshire.gateway.rights.retention.Service;
import uk.gov.warwickshire.gateway.rights.retention.Span;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;

/** Class, event, hold and request: blocked or due, with the date. Worked by hand; the last column says how. */
class ErasureRulesTest {

    private static final RetentionSchedule SCHEDULE = RetentionSchedules.read(
            new ByteArrayResource(ApprovedSchedule.text().getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest(name = "{0} on {10}: {11} ({13})")
    @CsvFileSource(
            resources = "/rights/retention-cases.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            maxCharsPerColumn = 1000)
    void each_case_as_worked_by_hand(
            String services,
            LocalDate birth,
            LocalDate lastContact,
            LocalDate adopted,
            LocalDate died,
            String rowsMissing,
            String hold,
            String cpis,
            String request,
            ErasureCause cause,
            LocalDate today,
            String obstacles,
            LocalDate from,
            String worked) {
        RetentionFacts facts = new RetentionFacts(
                Optional.ofNullable(birth),
                Optional.ofNullable(died),
                Optional.ofNullable(adopted),
                Optional.ofNullable(lastContact),
                spans(services),
                yes(rowsMissing));

        ErasureRules.Verdict verdict = new ErasureRules(SCHEDULE)
                .judge(cause, facts, new RecordState(yes(hold), yes(cpis), yes(request)), today);

        assertThat(verdict.obstacles()).as(worked).isEqualTo(obstacles(obstacles));
        assertThat(verdict.from()).as(worked).isEqualTo(Optional.ofNullable(from));
    }

    private static Set<Obstacle> obstacles(String names) {
        return names == null
                ? Set.of()
                : Stream.of(names.split(" ")).map(Obstacle::valueOf).collect(Collectors.toSet());
    }

    private static Map<Service, Span> spans(String text) {
        Map<Service, Span> spans = new EnumMap<>(Service.class);
        if (text != null) {
            Arrays.stream(text.split(" \\+ ")).forEach(part -> {
                String[] words = part.split(" ");
                String[] days = words[1].split("\\.\\.", -1);
                spans.put(Service.valueOf(words[0]), new Span(day(days[0]), day(days[1])));
            });
        }
        return spans;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static boolean yes(String word) {
        return word.equals("yes");
    }
}
