package uk.gov.warwickshire.gateway.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.VerificationStatus;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.RowSink;
import uk.gov.warwickshire.mappings.source.choices.ChoiceReader;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow.Choice;
import uk.gov.warwickshire.mappings.source.directory.DirectoryReader;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;
import uk.gov.warwickshire.mappings.source.identity.IdentityReader;
import uk.gov.warwickshire.mappings.source.identity.IdentityRow;

/** What the readers make of the council's own lists. */
class CouncilFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC);
    private static final SyntheticFamilies FAMILIES = new SyntheticFamilies(937, 360, CLOCK);
    private static final Read<IdentityRow> IDENTITIES = new Read<>();
    private static final Read<ChoiceRow> CHOICES = new Read<>();
    private static final Read<DirectoryRow> TEAMS = new Read<>();

    private static final class Read<T> implements RowSink<T, RuntimeException> {
        private final List<T> rows = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();

        @Override
        public void row(T row) {
            rows.add(row);
        }

        @Override
        public void finding(Rejection finding) {
            findings.add(finding.code());
        }
    }

    @BeforeAll
    static void deliverAndRead(@TempDir Path folder) throws Exception {
        Path inbox = folder.resolve("inbox");
        FAMILIES.writeTo(inbox);
        new IdentityReader(Map.of(), true)
                .read("identity.csv", ByteSource.of(inbox.resolve("identity/identity.csv")), IDENTITIES);
        new ChoiceReader(Map.of(), true)
                .read("choices.csv", ByteSource.of(inbox.resolve("choices/choices.csv")), CHOICES);
        new DirectoryReader(Map.of())
                .read("directory.csv", ByteSource.of(inbox.resolve("directory/directory.csv")), TEAMS);
    }

    @ParameterizedTest
    @EnumSource(Situation.class)
    void identitiesAreAsPlanned(Situation situation) {
        Map<String, Identity> identities = IDENTITIES.rows.stream()
                .collect(Collectors.toMap(IdentityRow::childId, IdentityRow::identity, (first, same) -> first));

        assertThat(children(situation)).isNotEmpty().allSatisfy(child -> {
            Identity identity = identities.getOrDefault(child.personId(), Identity.UNKNOWN);
            assertThat(identity.restricted()).isEqualTo(situation == Situation.RESTRICTED_IN_IDENTITY);
            switch (situation) {
                case NUMBER_MISSING, NUMBER_INVALID, UNBORN ->
                    assertThat(identity.nhsNumber()).isEmpty();
                case NUMBER_UNVERIFIED -> {
                    assertThat(identity.nhsNumber()).contains(child.nhsNumber());
                    assertThat(identity.status()).isNotEqualTo(VerificationStatus.VERIFIED);
                }
                default ->
                    assertThat(identity)
                            .isEqualTo(new Identity(
                                    Optional.of(child.nhsNumber()),
                                    VerificationStatus.VERIFIED,
                                    situation == Situation.RESTRICTED_IN_IDENTITY));
            }
        });
    }

    @Test
    void everyUnverifiedStatusOccurs() {
        assertThat(IDENTITIES.rows.stream()
                        .filter(r -> r.identity().nhsNumber().isPresent())
                        .map(r -> r.identity().status().code()))
                .contains("01", "02", "03", "04", "05", "06");
    }

    @Test
    void blemishesOfTheListsAreFound() {
        assertThat(IDENTITIES.findings)
                .hasSize(children(Situation.NUMBER_INVALID).size() + 2);
        assertThat(TEAMS.findings).hasSize(1);
        assertThat(CHOICES.findings).hasSize(3).contains("UNKNOWN_CODE", "END_BEFORE_START");
    }

    @Test
    void everyTeamHasItsPhones() {
        assertThat(TEAMS.rows).hasSameSizeAs(Workforce.TEAMS).allSatisfy(t -> assertThat(t.officeHoursPhone())
                .isPresent());
    }

    @Test
    void choicesInForceAreAsPlanned() {
        assertThat(inForce(Choice.OBJECT_ICR))
                .isEqualTo(numbers(Situation.OBJECTED, Situation.CONSENT_LIFTS_OBJECTION));
        assertThat(inForce(Choice.CONSENT))
                .isEqualTo(numbers(Situation.CONSENT_LIFTS_OPT_OUT, Situation.CONSENT_LIFTS_OBJECTION));
        assertThat(inForce(Choice.RESTRICT)).isEqualTo(numbers(Situation.RESTRICTED_BY_CHOICE));
    }

    @Test
    void consentsThatExpiredAreThereToo() {
        assertThat(CHOICES.rows)
                .filteredOn(c -> c.until().isPresent())
                .extracting(ChoiceRow::nhsNumber)
                .containsExactlyInAnyOrderElementsOf(numbers(Situation.CONSENT_EXPIRED));
    }

    private static Set<NhsNumber> inForce(Choice choice) {
        return CHOICES.rows.stream()
                .filter(c -> c.choice() == choice)
                .filter(c -> c.until().filter(TODAY::isAfter).isEmpty())
                .map(ChoiceRow::nhsNumber)
                .collect(Collectors.toSet());
    }

    private static Set<NhsNumber> numbers(Situation... situations) {
        return Set.of(situations).stream()
                .flatMap(s -> children(s).stream())
                .map(SyntheticChild::nhsNumber)
                .collect(Collectors.toSet());
    }

    private static List<SyntheticChild> children(Situation situation) {
        return FAMILIES.families().stream()
                .flatMap(f -> f.children().stream())
                .filter(c -> c.situation() == situation)
                .toList();
    }
}
