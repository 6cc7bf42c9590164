package uk.gov.warwickshire.mappings.source.ssd;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Person;

/**
 * Reads the rows of one person into a record, by the rule written in {@code mappings/docs/reading.md}. Pure and safe for
 * many threads: the same rows, identity, reference data and options give the same outcome.
 */
public final class SsdChildReader {

    private static final int ADULT = 18;

    /** @param rows at least one */
    public ReadOutcome read(SsdChildRows rows, Identity identity, ReferenceData reference, ReadOptions options) {
        ReadContext context = new ReadContext(rows, reference, options);
        Identity checked = IdentityCheck.check(context, identity);
        Optional<Person> person = PersonReader.read(context);
        if (person.isEmpty() && !context.findings().isChildRejected()) {
            rejectForNoPerson(context);
        }
        if (person.filter(p -> isOnlyMother(p, rows, options.today())).isPresent()) {
            return new ReadOutcome.NotASubject("A mother without social-care rows of her own");
        }
        Household household = HouseholdReader.read(context);
        ChildInNeed childInNeed = ChildInNeedReader.read(context);
        ChildProtection childProtection = ChildProtectionReader.read(context);
        LookedAfter lookedAfter = LookedAfterReader.read(context);
        List<CareLeaver> careLeavers = CareLeaverReader.read(context);
        Network network = NetworkReader.read(context);
        if (person.isEmpty() || context.findings().isChildRejected()) {
            return new ReadOutcome.RejectedChild(context.findings().all());
        }
        ChildRecord child = new ChildRecord(
                person.get(),
                checked,
                household,
                childInNeed,
                childProtection,
                lookedAfter,
                careLeavers,
                network,
                context.findings().missingRows());
        return new ReadOutcome.Accepted(child, context.findings().all());
    }

    /** She is in the extract as somebody's mother; a mother known to be under 18 may be a child in need herself. */
    private static boolean isOnlyMother(Person person, SsdChildRows rows, LocalDate today) {
        boolean knownMinor = person.birthDate()
                .filter(b -> b.plusYears(ADULT).isAfter(today))
                .isPresent();
        return person.mother()
                && !knownMinor
                && rows.all().stream().noneMatch(r -> r.table().isSocialCare());
    }

    private static void rejectForNoPerson(ReadContext context) {
        SsdRow first = context.rows().all().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a child without rows cannot be read"));
        context.findings()
                .rejectChild(
                        first,
                        Optional.empty(),
                        "NO_PERSON_ROW",
                        "The row's person is not in ssd_person. Deliver the person, or correct the person id.");
    }
}
