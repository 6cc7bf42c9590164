package uk.gov.warwickshire.mappings.source.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** One child as two sources might tell of it: out of few days, so that many of their rows are of the same thing. */
record RandomPair(ChildRecord ssd, ChildRecord census) {

    static final LocalDate REFERENCE_DATE = LocalDate.of(2025, 3, 31);
    static final LocalDate FIRST_DAY = REFERENCE_DATE.minusDays(4);
    static final int DAYS = 8;

    static RandomPair of(long seed) {
        Random random = new Random(seed);
        return new RandomPair(new Side(random, false).child(), new Side(random, true).child());
    }

    /** Both sources agree on who the child is, so that they are merged. */
    private record Side(Random random, boolean census) {

        ChildRecord child() {
            ChildRecordBuilder child = new ChildRecordBuilder(person());
            rows(
                    child,
                    i -> new ChildInNeed.Referral(
                            id("R", i),
                            period(),
                            coded(),
                            coded(),
                            flag(),
                            coded(),
                            none(),
                            none(),
                            row("CINdetails")));
            rows(
                    child,
                    i -> new ChildInNeed.Assessment(
                            id("A", i),
                            link("R"),
                            period(),
                            none(),
                            none(),
                            coded().stream().toList(),
                            none(),
                            none(),
                            row("Assessments")));
            rows(
                    child,
                    i -> new ChildInNeed.CinPlan(id("P", i), link("R"), period(), none(), none(), row("CINPlanDates")));
            rows(
                    child,
                    i -> new ChildProtection.Section47Enquiry(
                            id("S", i), link("R"), period(), flag(), Set.of(), none(), none(), row("Section47")));
            rows(
                    child,
                    i -> new ChildProtection.InitialConference(
                            id("I", i),
                            link("S"),
                            link("R"),
                            link("CP"),
                            day(),
                            day(),
                            none(),
                            flag(),
                            none(),
                            none(),
                            row("Section47")));
            rows(
                    child,
                    i -> new ChildProtection.ChildProtectionPlan(
                            id("CP", i),
                            link("R"),
                            none(),
                            startedPeriod(),
                            coded(),
                            coded(),
                            none(),
                            row("ChildProtectionPlans")));
            rows(
                    child,
                    i -> new ChildProtection.Review(
                            id("RV", i), link("CP"), none(), day(), none(), none(), row("Reviews")));
            if (!census) {
                rows(child, i -> new LookedAfter.LegalStatus(id("L", i), Coded.of("C2", "C2"), period(), row("legal")));
            }
            return child.build();
        }

        private Person person() {
            return new Person(
                    "C1",
                    census ? none() : Optional.of("Forename"),
                    none(),
                    coded(),
                    none(),
                    coded(),
                    maybe(() -> LocalDate.of(2015, 4, 1)),
                    none(),
                    maybe(() -> REFERENCE_DATE),
                    maybe(() -> "F937000012001"),
                    maybe(() -> "UN1"),
                    none(),
                    false,
                    none(),
                    List.of(),
                    List.of(),
                    row("ChildIdentifiers"));
        }

        private void rows(ChildRecordBuilder child, IntFunction<Record> row) {
            IntStream.range(0, random.nextInt(4)).mapToObj(row).forEach(child::with);
        }

        private String id(String kind, int number) {
            return (census ? "cin-" : "") + kind + number;
        }

        private Optional<String> link(String kind) {
            return maybe(() -> id(kind, random.nextInt(3)));
        }

        private Optional<Coded> coded() {
            return maybe(() -> random.nextBoolean() ? Coded.of("N1", "N1") : Coded.textOnly("told"));
        }

        private Optional<Boolean> flag() {
            return maybe(random::nextBoolean);
        }

        private Period period() {
            Optional<LocalDate> start = day();
            return new Period(start, start.flatMap(s -> maybe(() -> s.plusDays(random.nextInt(4)))));
        }

        private Period startedPeriod() {
            LocalDate start = FIRST_DAY.plusDays(random.nextInt(DAYS));
            return new Period(Optional.of(start), maybe(() -> start.plusDays(random.nextInt(4))));
        }

        private Optional<LocalDate> day() {
            return maybe(() -> FIRST_DAY.plusDays(random.nextInt(DAYS)));
        }

        private SourceRow row(String module) {
            return census
                    ? new SourceRow("census.xml", module, 1 + random.nextInt(100_000))
                    : new SourceRow("ssd.zip", "ssd_" + module, 1 + random.nextInt(100_000));
        }

        private static <T> Optional<T> none() {
            return Optional.empty();
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value.get());
        }
    }
}
