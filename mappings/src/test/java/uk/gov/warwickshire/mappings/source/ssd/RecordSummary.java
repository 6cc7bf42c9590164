package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;

/** The facts of a record in a few lines a person can compare. */
final class RecordSummary {

    private RecordSummary() {}

    static List<String> of(ChildRecord child) {
        List<String> lines = new ArrayList<>();
        Person person = child.person();
        lines.add("person %s %s"
                .formatted(person.forename().orElse("-"), person.surname().orElse("-")));
        lines.add("sex %s, ethnicity %s".formatted(coded(person.sex()), coded(person.ethnicity())));
        lines.add("born %s, expected %s, unborn %s"
                .formatted(day(person.birthDate()), day(person.expectedBirthDate()), person.isUnborn(Extract.TODAY)));
        child.identity()
                .nhsNumber()
                .ifPresent(n -> lines.add(
                        "NHS number, status " + child.identity().status().code()));
        child.household()
                .addresses()
                .forEach(a -> lines.add("address %s, %s, %s, %s"
                        .formatted(
                                a.lines(),
                                a.town().orElse("-"),
                                a.postcode().orElse("-"),
                                a.uprn().orElse("-"))));
        child.childInNeed()
                .referrals()
                .forEach(r -> lines.add("referral %s need %s, source %s, team %s, worker %s"
                        .formatted(
                                period(r.period()),
                                coded(r.primaryNeed()),
                                coded(r.source()),
                                r.teamId().orElse("-"),
                                r.workerId().orElse("-"))));
        child.childInNeed().plans().forEach(p -> lines.add("child in need plan " + period(p.period())));
        child.childProtection()
                .enquiries()
                .forEach(e ->
                        lines.add("enquiry " + e.outcomes().stream().sorted().toList()));
        child.childProtection()
                .plans()
                .forEach(p -> lines.add("protection plan %s %s, referral %s"
                        .formatted(
                                period(p.period()),
                                coded(p.latestCategory()),
                                p.referralId().orElse("-"))));
        child.lookedAfter()
                .legalStatuses()
                .forEach(s ->
                        lines.add("legal status %s %s".formatted(period(s.period()), coded(Optional.of(s.status())))));
        lines.add("missing rows " + child.missingRows());
        return lines;
    }

    private static String coded(Optional<Coded> coded) {
        return coded.map(c -> c.code().orElse("?") + " (" + c.text() + ")").orElse("-");
    }

    private static String period(Period period) {
        return day(period.start()) + ".." + period.end().map(Object::toString).orElse("");
    }

    private static String day(Optional<java.time.LocalDate> day) {
        return day.map(Object::toString).orElse("-");
    }
}
