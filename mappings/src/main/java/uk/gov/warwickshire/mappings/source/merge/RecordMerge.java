package uk.gov.warwickshire.mappings.source.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * Makes one record of what the dataset and the census say of a child, by the rule written in
 * {@code mappings/docs/cin-census.md}: the dataset, the live case system, counts where it says something; the census
 * fills what it leaves empty, and adds what it does not know. Pure: merging the same census again changes nothing.
 */
public final class RecordMerge {

    private RecordMerge() {}

    /**
     * @param ssd the child in the dataset
     * @param census the same child, by its id, in the census
     * @param referenceDate the day the census is of
     * @throws IllegalArgumentException if the two are not of one id
     */
    public static MergedRecord merge(ChildRecord ssd, ChildRecord census, LocalDate referenceDate) {
        if (!ssd.childId().equals(census.childId())) {
            throw new IllegalArgumentException("records of two children are never merged");
        }
        MergeNotes notes = new MergeNotes(ssd.childId());
        Optional<Rejection> contradiction = PersonMerge.contradiction(ssd.person(), census.person(), notes);
        if (contradiction.isPresent()) {
            return new MergedRecord(ssd, false, List.of(contradiction.get()));
        }
        notes.keep(ssd.supplements());
        notes.keep(census.supplements());
        ChildInNeedMerge need = new ChildInNeedMerge(ssd.childInNeed(), census.childInNeed(), notes);
        ProtectionMerge protection = new ProtectionMerge(referenceDate, notes, need.referrals());
        ChildRecord merged = new ChildRecord(
                PersonMerge.merge(ssd.person(), census.person(), notes),
                ssd.identity(),
                ssd.household(),
                need.merge(ssd.childInNeed(), census.childInNeed()),
                protection.merge(ssd.childProtection(), census.childProtection()),
                ssd.lookedAfter(),
                ssd.careLeavers(),
                ssd.network(),
                ssd.missingRows() + census.missingRows(),
                List.of());
        return new MergedRecord(withSupplements(merged, notes), true, notes.findings());
    }

    private static ChildRecord withSupplements(ChildRecord child, MergeNotes notes) {
        return new ChildRecord(
                child.person(),
                child.identity(),
                child.household(),
                child.childInNeed(),
                child.childProtection(),
                child.lookedAfter(),
                child.careLeavers(),
                child.network(),
                child.missingRows(),
                notes.supplements());
    }
}
