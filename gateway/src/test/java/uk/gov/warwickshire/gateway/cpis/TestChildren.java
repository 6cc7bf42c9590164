package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.LookedAfter.LegalStatus;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Records of children as intake derives them, by what CP-IS looks at. */
final class TestChildren {

    private static final SourceRow ROW = new SourceRow("t.zip", "ssd_person", 2);

    private final String id;
    private Identity identity;
    private String surname = "Quill";
    private Optional<LocalDate> birth = Optional.of(LocalDate.parse("2015-04-01"));
    private Optional<LocalDate> expected = Optional.empty();
    private final List<ChildProtectionPlan> plans = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final List<LegalStatus> statuses = new ArrayList<>();
    private final List<MotherLink> mothers = new ArrayList<>();
    private Map<String, Identity> motherIdentities = Map.of();

    private TestChildren(String id, Identity identity) {
        this.id = id;
        this.identity = identity;
    }

    /** A child of eleven with a verified number. */
    static TestChildren child(int n) {
        return new TestChildren("c" + n, verified(n));
    }

    static Identity verified(int n) {
        return new Identity(Optional.of(number(n)), VerificationStatus.VERIFIED, false);
    }

    /** The nth valid test number. */
    static NhsNumber number(int n) {
        int found = 0;
        for (int body = 999_000_000; true; body++) {
            for (int check = 0; check < 10; check++) {
                Optional<NhsNumber> number = NhsNumber.parse(body + "" + check);
                if (number.isPresent() && found++ == n) {
                    return number.get();
                }
            }
        }
    }

    TestChildren identity(Identity other) {
        identity = other;
        return this;
    }

    TestChildren surname(String other) {
        surname = other;
        return this;
    }

    TestChildren born(String day) {
        birth = Optional.of(LocalDate.parse(day));
        return this;
    }

    TestChildren expected(String day) {
        birth = Optional.empty();
        expected = Optional.of(LocalDate.parse(day));
        return this;
    }

    TestChildren motherOf(int n) {
        Person mother = person("m" + n, "Eve", "Quill", Optional.of(LocalDate.parse("1995-01-02")), Optional.empty());
        mothers.add(new MotherLink("ml" + n, "m" + n, Optional.of(mother), ROW));
        motherIdentities = Map.of("m" + n, verified(n));
        return this;
    }

    /** @param end empty for an open plan */
    TestChildren plan(String planId, String start, String end) {
        plans.removeIf(plan -> plan.id().equals(planId));
        plans.add(new ChildProtectionPlan(
                planId,
                Optional.empty(),
                Optional.empty(),
                period(start, end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ROW));
        return this;
    }

    TestChildren withoutPlans() {
        plans.clear();
        return this;
    }

    TestChildren lookedAfter(String legalStatus, String start, String end) {
        episodes.add(new Episode(
                "e" + id,
                Optional.of("care" + id),
                Optional.empty(),
                period(start, end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse(start)),
                Optional.empty(),
                ROW));
        statuses.add(new LegalStatus("l" + id, Coded.of(legalStatus, legalStatus), period(start, end), ROW));
        return this;
    }

    DerivedRecord record() {
        return new DerivedRecord(
                new ChildRecord(
                        person(id, "Ada", surname, birth, expected),
                        identity,
                        new Household(List.of(), List.of(), mothers),
                        new ChildInNeed(List.of(), List.of(), List.of()),
                        new ChildProtection(List.of(), List.of(), plans, List.of()),
                        new LookedAfter(episodes, List.of(), statuses),
                        List.of(),
                        new Network(
                                List.of(new Network.Involvement(
                                        "i" + id,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("t1"),
                                        period("2020-01-01", ""),
                                        Optional.empty(),
                                        ROW)),
                                List.of(),
                                List.of(new Network.Team(
                                        "t1",
                                        Optional.of("North Team"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ROW))),
                        0),
                motherIdentities);
    }

    private static Period period(String start, String end) {
        return new Period(
                Optional.of(LocalDate.parse(start)),
                Optional.of(end).filter(text -> !text.isEmpty()).map(LocalDate::parse));
    }

    private static Person person(
            String id, String forename, String surname, Optional<LocalDate> birth, Optional<LocalDate> expected) {
        return new Person(
                id,
                Optional.of(forename),
                Optional.of(surname),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                birth,
                expected,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                ROW);
    }
}
