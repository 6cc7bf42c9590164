package uk.gov.warwickshire.gateway.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.mappings.record.NhsNumber;

class SyntheticFamiliesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC);
    private static final Clock NEXT_YEAR = Clock.fixed(Instant.parse("2027-03-09T09:00:00Z"), ZoneOffset.UTC);
    private static final long SEED = 937;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {60, 360, 2000})
    void asManyChildrenAsAskedForAndEverySituation(int children) {
        SyntheticFamilies families = new SyntheticFamilies(SEED, children, CLOCK);

        assertThat(families.count()).containsOnlyKeys(Situation.values());
        assertThat(families.count().values().stream().mapToInt(n -> n).sum()).isEqualTo(children);
        assertThat(families.families()).allSatisfy(f -> assertThat(f.children()).hasSizeBetween(1, 4));
    }

    @Test
    void aboutSevenInTenAreSimplySent() {
        int plain = new SyntheticFamilies(SEED, 360, CLOCK).count().getOrDefault(Situation.PLAIN, 0);

        assertThat(plain).isBetween(360 * 65 / 100, 360 * 75 / 100);
    }

    @Test
    void tooFewChildrenForEverySituationAreRefused() {
        assertThatThrownBy(() -> new SyntheticFamilies(SEED, 10, CLOCK)).hasMessageContaining("too few children");
    }

    @Test
    void numbersAreValidTestNumbersAndNoneComesTwice() {
        List<NhsNumber> numbers = numbers(new SyntheticFamilies(SEED, 2000, CLOCK));

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(n -> {
            assertThat(n.digits()).startsWith("999");
            assertThat(NhsNumber.parse(n.digits())).isPresent();
        });
    }

    @Test
    void aWrongCheckDigitIsNoNumber() {
        assertThat(numbers(new SyntheticFamilies(SEED, 2000, CLOCK)))
                .allSatisfy(n -> assertThat(NhsNumber.parse(TestNhsNumbers.withWrongCheckDigit(n)))
                        .isEmpty());
    }

    @Test
    void anotherDayChangesNeitherNumbersNorSituationsNorAnswersOfTheCheckService() {
        SyntheticFamilies before = new SyntheticFamilies(SEED, 360, CLOCK);
        SyntheticFamilies after = new SyntheticFamilies(SEED, 360, NEXT_YEAR);

        assertThat(numbers(after)).isEqualTo(numbers(before)).allSatisfy(n -> {
            assertThat(after.isOptedOut(n.digits())).isEqualTo(before.isOptedOut(n.digits()));
            assertThat(after.isRefused(n.digits())).isEqualTo(before.isRefused(n.digits()));
        });
    }

    @Test
    void onlyWhoIsMeantToHasOptedOut() {
        SyntheticFamilies families = new SyntheticFamilies(SEED, 360, CLOCK);

        assertThat(children(families)).allSatisfy(c -> assertThat(
                        families.isOptedOut(c.nhsNumber().digits()))
                .isEqualTo(Set.of(Situation.OPTED_OUT, Situation.CONSENT_LIFTS_OPT_OUT, Situation.CONSENT_EXPIRED)
                        .contains(c.situation())));
        assertThat(families.isOptedOut("9000000009")).isFalse();
        assertThat(families.isRefused("9000000009")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CaseType.class)
    void everyKindOfCaseOccurs(CaseType caseType) {
        assertThat(children(new SyntheticFamilies(SEED, 360, CLOCK)))
                .anySatisfy(c -> assertThat(c.caseType()).isEqualTo(caseType));
    }

    @Test
    void mothersAreOfAnAgeToBeMothers() {
        assertThat(new SyntheticFamilies(SEED, 2000, CLOCK).families())
                .allSatisfy(f -> assertThat(f.children()).allSatisfy(c -> assertThat(
                                Period.between(f.mother().birth(), c.birth()).getYears())
                        .isBetween(17, 56)));
    }

    @Test
    void theSameSeedAndDayGiveTheSameBytes() throws IOException {
        Map<String, byte[]> first = written("first", SEED);
        Map<String, byte[]> second = written("second", SEED);

        assertThat(second).containsOnlyKeys(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
        assertThat(written("other", SEED + 1).get("identity/identity.csv"))
                .isNotEqualTo(first.get("identity/identity.csv"));
    }

    @Test
    void nothingButTheInboxIsLeftBehind() throws IOException {
        written("data", SEED);

        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
            assertThat(left).containsExactly(folder.resolve("data/inbox"));
        }
    }

    private Map<String, byte[]> written(String name, long seed) throws IOException {
        Path inbox = folder.resolve(name).resolve("inbox");
        Map<String, byte[]> files = new HashMap<>();
        for (Path file : new SyntheticFamilies(seed, 120, CLOCK).writeTo(inbox)) {
            files.put(inbox.relativize(file).toString(), Files.readAllBytes(file));
        }
        assertThat(new HashSet<>(files.keySet()))
                .contains("choices/choices.csv", "directory/directory.csv", "ssd/ssd-liquidlogic.zip");
        return files;
    }

    private static List<SyntheticChild> children(SyntheticFamilies families) {
        return families.families().stream().flatMap(f -> f.children().stream()).toList();
    }

    private static List<NhsNumber> numbers(SyntheticFamilies families) {
        return families.families().stream()
                .flatMap(f -> Stream.concat(
                        Stream.of(f.mother().nhsNumber()), f.children().stream().map(SyntheticChild::nhsNumber)))
                .toList();
    }
}
