package uk.gov.warwickshire.gateway.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.fhir.MappingSettings;
import uk.gov.warwickshire.mappings.fhir.SocialCareRecordMapper;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** What the readers make of the extracts: every child as planned, every blemish found. */
class ExtractsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC);
    private static final SyntheticFamilies FAMILIES = new SyntheticFamilies(937, 360, CLOCK);
    private static final Map<CaseSystem, ReadExtract> EXTRACTS = new EnumMap<>(CaseSystem.class);
    private static final Map<String, ReadOutcome> OUTCOMES = new HashMap<>();

    @BeforeAll
    static void deliverAndRead(@TempDir Path folder) throws Exception {
        FAMILIES.writeTo(folder.resolve("inbox"));
        for (CaseSystem system : CaseSystem.values()) {
            Path zip = folder.resolve("inbox/ssd").resolve(system.fileName());
            EXTRACTS.put(system, ReadExtract.of(zip, TODAY));
            OUTCOMES.putAll(EXTRACTS.get(system).outcomes);
        }
    }

    @Test
    void everyChildIsReadButThoseMeantToBeRejected() {
        Set<String> rejected = childrenWhere(c -> c.situation() == Situation.CHILD_REJECTED);
        Set<String> expected = childrenWhere(c -> c.situation() != Situation.CHILD_REJECTED);

        assertThat(idsOf(ReadOutcome.Accepted.class)).isEqualTo(expected);
        assertThat(idsOf(ReadOutcome.RejectedChild.class))
                .containsAll(rejected)
                .hasSize(rejected.size() + 2)
                .contains("NOBODY1", "NOBODY2");
    }

    @Test
    void mothersAreNoSubjects() {
        assertThat(idsOf(ReadOutcome.NotASubject.class))
                .isEqualTo(FAMILIES.families().stream()
                        .map(f -> f.mother().personId())
                        .collect(Collectors.toSet()));
    }

    @Test
    void rowsAreRejectedOnlyWherePlanned() {
        Set<String> withRejectedRow = records().stream()
                .filter(r -> r.missingRows() > 0)
                .map(ChildRecord::childId)
                .collect(Collectors.toSet());

        assertThat(withRejectedRow).isEqualTo(childrenWhere(c -> c.situation() == Situation.ROW_REJECTED));
        assertThat(codes(Severity.ROW_REJECTED)).contains("BAD_DATE", "END_BEFORE_START", "RAGGED_ROW");
        assertThat(codes(Severity.CHILD_REJECTED)).contains("BAD_DATE", "DUPLICATE_ID", "NO_PERSON_ROW");
    }

    @Test
    void warningsAreThoseMeant() {
        assertThat(codes(Severity.WARNING)).containsExactlyInAnyOrder("UNKNOWN_CODE", "DUPLICATE_ROW");
    }

    @Test
    void everyRowFindsItsChildWhateverTheSystem() {
        assertThat(EXTRACTS.values()).allSatisfy(e -> assertThat(e.orphans).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(CaseSystem.class)
    void everySystemHoldsChildrenWithWorkersAndAddresses(CaseSystem system) {
        List<ChildRecord> records = records(EXTRACTS.get(system));

        assertThat(records).hasSizeGreaterThan(10);
        assertThat(records).allSatisfy(r -> assertThat(r.household().addressOn(TODAY))
                .hasValueSatisfying(a -> assertThat(a.postcodeArea()).isPresent()));
        assertThat(records)
                .anySatisfy(r -> assertThat(r.network().professionals()).isNotEmpty());
    }

    @Test
    void namesWithAccentsSurviveEveryEncoding() {
        Map<String, String> forenames = FAMILIES.families().stream()
                .flatMap(f -> f.children().stream())
                .collect(Collectors.toMap(SyntheticChild::personId, SyntheticChild::forename));

        assertThat(records()).allSatisfy(r -> assertThat(r.person().forename()).contains(forenames.get(r.childId())));
        assertThat(records(EXTRACTS.get(CaseSystem.MOSAIC)))
                .anySatisfy(r -> assertThat(r.person().forename().orElse("")).matches(".*[^\\x00-\\x7f].*"));
    }

    @Test
    void historiesAreWhatTheyAreCalled() {
        Map<String, SyntheticChild> children = FAMILIES.families().stream()
                .flatMap(f -> f.children().stream())
                .collect(Collectors.toMap(SyntheticChild::personId, c -> c));

        assertThat(records()).allSatisfy(r -> {
            switch (children.get(r.childId()).caseType()) {
                case CHILD_PROTECTION -> assertThat(onPlan(r)).isTrue();
                case UNBORN -> {
                    assertThat(onPlan(r)).isTrue();
                    assertThat(r.person().isUnborn(TODAY)).isTrue();
                    assertThat(r.household().mothers()).isNotEmpty();
                }
                case CHILD_PROTECTION_ENDED -> assertThat(onPlan(r)).isFalse();
                case LOOKED_AFTER, ONLY_LOOKED_AFTER ->
                    assertThat(lookedAfterStatuses(r)).isNotEmpty();
                case CARE_LEAVER, ONLY_PATHWAY_PLAN ->
                    assertThat(r.careLeavers()).hasSize(1);
                case DISABLED -> assertThat(r.person().disabilities()).isNotEmpty();
                default -> assertThat(r.childInNeed().assessments()).isNotEmpty();
            }
        });
    }

    @Test
    void legalStatusesOfSection20And31And38OccurInEverySystemsSpelling() {
        Set<String> codes = records().stream()
                .flatMap(r -> r.lookedAfter().legalStatuses().stream())
                .flatMap(s -> s.status().code().stream())
                .collect(Collectors.toSet());

        assertThat(codes).containsExactlyInAnyOrder("V2", "C1", "C2");
    }

    @Test
    void ofSomeChildrenNothingIsHeldButOneCategoryAndContext() {
        SocialCareRecordMapper mapper = new SocialCareRecordMapper(
                new MappingSettings(
                        "https://example.org", "X937", "Council", "937", Optional.empty(), Optional.empty()),
                ProfilePackage.load(FhirContext.forR4Cached(), "https://example.org"));
        Map<CaseType, Category> only = Map.of(
                CaseType.ONLY_ASSESSMENT, Category.ASSESSMENT,
                CaseType.ONLY_LOOKED_AFTER, Category.LOOKED_AFTER,
                CaseType.ONLY_PATHWAY_PLAN, Category.CARE_LEAVER);

        only.forEach((caseType, category) -> {
            Set<String> ids = childrenWhere(c -> c.caseType() == caseType);
            assertThat(records())
                    .filteredOn(r -> ids.contains(r.childId()))
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(mapper.map(r).resources().stream()
                                    .map(MappedResource::category)
                                    .filter(c -> !c.isContextOnly())
                                    .collect(Collectors.toSet()))
                            .containsExactly(category));
        });
    }

    private static boolean onPlan(ChildRecord child) {
        return child.childProtection().plans().stream().anyMatch(p -> p.period().isOpenOn(TODAY));
    }

    private static List<LookedAfter.LegalStatus> lookedAfterStatuses(ChildRecord child) {
        return child.lookedAfter().legalStatuses().stream()
                .filter(s -> s.period().isOpenOn(TODAY) && s.status().code().isPresent())
                .toList();
    }

    private static Set<String> codes(Severity severity) {
        return EXTRACTS.values().stream()
                .flatMap(e -> e.outcomes.values().stream())
                .flatMap(o -> findings(o).stream())
                .filter(f -> f.severity() == severity)
                .map(Rejection::code)
                .collect(Collectors.toSet());
    }

    private static List<Rejection> findings(ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Accepted accepted) {
            return accepted.findings();
        }
        return outcome instanceof ReadOutcome.RejectedChild rejected ? rejected.findings() : List.of();
    }

    private static List<ChildRecord> records() {
        return EnumSet.allOf(CaseSystem.class).stream()
                .flatMap(s -> records(EXTRACTS.get(s)).stream())
                .toList();
    }

    private static List<ChildRecord> records(ReadExtract extract) {
        return extract.outcomes.values().stream()
                .filter(ReadOutcome.Accepted.class::isInstance)
                .map(o -> ((ReadOutcome.Accepted) o).child())
                .toList();
    }

    private static Set<String> idsOf(Class<? extends ReadOutcome> kind) {
        Set<String> ids = new HashSet<>();
        OUTCOMES.forEach((id, outcome) -> {
            if (kind.isInstance(outcome)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static Set<String> childrenWhere(Predicate<SyntheticChild> wanted) {
        return FAMILIES.families().stream()
                .flatMap(f -> f.children().stream())
                .filter(wanted)
                .map(SyntheticChild::personId)
                .collect(Collectors.toSet());
    }
}
