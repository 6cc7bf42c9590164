package uk.gov.warwickshire.mappings.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildProtection.Outcome;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Any child a reader could build: every column there or not, codes known and unknown, links that lead nowhere. */
public final class RandomChild {

    /** In every place whose words must never leave. */
    public static final String NARRATIVE = "Told-in-confidence";

    public static final String PLACEMENT_POSTCODE = "ZZ9 9ZZ";
    public static final String HOME_POSTCODE = "CV34 9ZZ";
    public static final String MOTHERS_NAME = "Mothersname";

    private static final String LONG_NARRATIVE = (NARRATIVE + " by a neighbour. ").repeat(9);
    private static final String[] CODES = {"N1", "U6", "PR1", "S", "E4A", "V2", "AUT", "NEG", "MUL", "3C", "RC7", "16A"
    };

    private final Random random;

    private RandomChild(Random random) {
        this.random = random;
    }

    public static ChildRecord of(Random random) {
        return new RandomChild(random).build();
    }

    private ChildRecord build() {
        ChildRecordBuilder child =
                new ChildRecordBuilder(person("C" + random.nextInt(100), "Child")).missingRows(random.nextInt(2));
        if (random.nextBoolean()) {
            child.identity("9449306753", any(VerificationStatus.values()), random.nextBoolean());
        }
        rows(child, i -> address(i, "Primary Address", HOME_POSTCODE));
        rows(child, i -> address(10 + i, "Placement", PLACEMENT_POSTCODE));
        rows(child, i -> new Household.FamilyLink("F" + i, "FAM" + i, row()));
        rows(
                child,
                i -> new Household.MotherLink("M" + i, "MP" + i, maybe(() -> person("MP" + i, MOTHERS_NAME)), row()));
        rows(
                child,
                i -> new ChildInNeed.Referral(
                        "R" + i, period(), coded(), coded(), flag(), coded(), team(), worker(), row()));
        rows(
                child,
                i -> new ChildInNeed.Assessment(
                        "A" + i,
                        referral(),
                        period(),
                        flag(),
                        flag(),
                        List.of(Coded.of(any(CODES), "x")),
                        team(),
                        worker(),
                        row()));
        rows(child, i -> new ChildInNeed.CinPlan("P" + i, referral(), period(), team(), worker(), row()));
        rows(
                child,
                i -> new ChildProtection.Section47Enquiry(
                        "S" + i, referral(), period(), flag(), Set.of(any(Outcome.values())), team(), worker(), row()));
        rows(
                child,
                i -> new ChildProtection.InitialConference(
                        "I" + i, id("S"), referral(), id("CP"), day(), day(), flag(), flag(), team(), worker(), row()));
        rows(
                child,
                i -> new ChildProtection.ChildProtectionPlan(
                        "CP" + i, referral(), id("I"), period(), coded(), coded(), flag(), row()));
        rows(child, i -> new ChildProtection.Review("RV" + i, id("CP"), day(), day(), flag(), coded(), row()));
        rows(
                child,
                i -> new LookedAfter.Episode(
                        "E" + i, id("CLA"), referral(), period(), coded(), coded(), coded(), day(), id("PC"), row()));
        rows(child, i -> new LookedAfter.Placement("PC" + i, id("CLA"), period(), coded(), coded(), coded(), row()));
        rows(child, i -> new LookedAfter.LegalStatus("L" + i, coded().orElse(Coded.textOnly("SGO")), period(), row()));
        rows(
                child,
                i -> new CareLeaver(
                        "CL" + i,
                        coded(),
                        coded(),
                        day(),
                        coded(),
                        coded(),
                        coded(),
                        day(),
                        maybe(() -> NARRATIVE),
                        team(),
                        worker(),
                        row()));
        rows(child, i -> new Network.Involvement("IN" + i, worker(), coded(), team(), period(), referral(), row()));
        rows(
                child,
                i -> new Network.Professional(
                        "W" + i,
                        maybe(() -> NARRATIVE),
                        maybe(() -> "Worker " + i),
                        maybe(() -> "SW" + i),
                        maybe(() -> "Social Worker"),
                        row()));
        rows(
                child,
                i -> new Network.Team(
                        "T" + i,
                        maybe(() -> "Team " + i),
                        maybe(() -> "01926 55500" + i),
                        maybe(() -> "01926 55510" + i),
                        maybe(() -> "t@council.example"),
                        row()));
        return child.build();
    }

    private Person person(String id, String surname) {
        return new Person(
                id,
                maybe(() -> "Forename"),
                maybe(() -> surname),
                maybe(() -> Coded.of(any("M", "F", "U"), "sex")),
                coded(),
                coded(),
                day(),
                day(),
                day(),
                maybe(() -> "H801200001001"),
                maybe(() -> "UN1"),
                maybe(() -> NARRATIVE),
                random.nextBoolean(),
                flag(),
                coded().map(code -> new Person.Disability("D1", code, row())).stream()
                        .toList(),
                List.of(new Person.LinkedIdentifier("LI", "Case Number", NARRATIVE, period(), row())),
                row());
    }

    private Household.Address address(int i, String type, String postcode) {
        return new Household.Address(
                "A" + i,
                Optional.of(Coded.textOnly(type)),
                List.of(i + " Street"),
                maybe(() -> "Town"),
                Optional.of(postcode),
                maybe(() -> "1" + i),
                period(),
                row());
    }

    private void rows(ChildRecordBuilder child, IntFunction<Record> row) {
        IntStream.range(0, random.nextInt(3)).mapToObj(row).forEach(child::with);
    }

    private Optional<Coded> coded() {
        return maybe(() -> switch (random.nextInt(4)) {
            case 0 -> Coded.textOnly("Allocated Case Worker");
            case 1 -> Coded.textOnly(LONG_NARRATIVE);
            case 2 -> Coded.of("ZZ-NEW", "A code of next year");
            default -> Coded.of(any(CODES), "text");
        });
    }

    private Period period() {
        Optional<LocalDate> start = day();
        return new Period(start, start.flatMap(s -> maybe(() -> s.plusDays(random.nextInt(400)))));
    }

    private Optional<LocalDate> day() {
        return maybe(() -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2500)));
    }

    private Optional<String> referral() {
        return id("R");
    }

    private Optional<String> team() {
        return id("T");
    }

    private Optional<String> worker() {
        return id("W");
    }

    /** Among the ids that are there and some that are not. */
    private Optional<String> id(String prefix) {
        return maybe(() -> prefix + random.nextInt(4));
    }

    private Optional<Boolean> flag() {
        return maybe(random::nextBoolean);
    }

    private SourceRow row() {
        return new SourceRow("ssd.zip", "ssd_table", 2 + random.nextInt(1000));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
