package uk.gov.warwickshire.gateway.intake.child;

import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.profiles.check.Fault;

/** Findings that intake itself makes about a child. */
final class ChildFindings {

    private ChildFindings() {}

    static Rejection orphan(SsdChildRows rows, SsdRow row) {
        return new Rejection(
                row.source(),
                Optional.of(rows.childId()),
                Optional.empty(),
                Severity.ROW_REJECTED,
                "ORPHAN_ROW",
                "The person is in no ssd_person row, neither here nor in an earlier extract; deliver that row with this"
                        + " one.");
    }

    static Rejection noLongerSubject(ChildInput child) {
        return new Rejection(
                child.first(),
                Optional.of(child.childId()),
                Optional.empty(),
                Severity.WARNING,
                "NO_LONGER_A_SUBJECT",
                "No row shows social care for this person any more; the stored record stays. Erase it if it is due.");
    }

    static Rejection notMapped(ChildInput child) {
        return new Rejection(
                child.first(),
                Optional.of(child.childId()),
                Optional.empty(),
                Severity.CHILD_REJECTED,
                "NOT_MAPPED",
                "An error of the gateway kept this child from being mapped; tell its operators the batch id.");
    }

    static Rejection erasedAndAtRisk(ChildInput child) {
        return new Rejection(
                child.first(),
                Optional.of(child.childId()),
                Optional.empty(),
                Severity.WARNING,
                "ERASED_CHILD_AT_RISK",
                "This child was erased here and is at risk now: a record is held again, and goes to CP-IS alone. Deliver the"
                        + " child's identity again, so that its NHS number is known, and tell information governance.");
    }

    /** The path and the problem hold no value of the resource. */
    static Rejection notConformant(ChildInput child, Fault fault) {
        return new Rejection(
                child.first(),
                Optional.of(child.childId()),
                Optional.of(fault.path()),
                Severity.CHILD_REJECTED,
                "NOT_CONFORMANT",
                "What was made of this child's rows is no valid resource: it " + fault.problem()
                        + ". Nothing of it was stored or sent, the record as it was stays; tell the gateway's operators.");
    }

    static Rejection olderCensus(CensusEntry entry) {
        return new Rejection(
                new SourceRow(entry.file(), "Child", entry.child().line()),
                Optional.of(entry.childId()),
                Optional.empty(),
                Severity.WARNING,
                "OLDER_CENSUS",
                "A census of a later reference date has this child; it stays. Deliver censuses in the order of their"
                        + " years.");
    }
}
