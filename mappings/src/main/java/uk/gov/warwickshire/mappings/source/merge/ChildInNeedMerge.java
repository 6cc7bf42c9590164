package uk.gov.warwickshire.mappings.source.merge;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Assessment;
import uk.gov.warwickshire.mappings.record.ChildInNeed.CinPlan;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;
import uk.gov.warwickshire.mappings.record.Period;

/** Referrals, assessments and child in need plans: the same if they began on the same day. */
final class ChildInNeedMerge {

    private final MergeNotes notes;
    private final Matched<Referral> referrals;

    ChildInNeedMerge(ChildInNeed ssd, ChildInNeed census, MergeNotes notes) {
        this.notes = notes;
        this.referrals =
                Matched.of(ssd.referrals(), census.referrals(), Referral::id, r -> keys(r.period()), this::referral);
    }

    /** The referrals by which the other rows of the census are linked. */
    Matched<Referral> referrals() {
        return referrals;
    }

    ChildInNeed merge(ChildInNeed ssd, ChildInNeed census) {
        List<Assessment> linkedAssessments =
                census.assessments().stream().map(this::relink).toList();
        List<CinPlan> linkedPlans = census.plans().stream().map(this::relink).toList();
        return new ChildInNeed(
                referrals.all(),
                Matched.of(
                                ssd.assessments(),
                                linkedAssessments,
                                Assessment::id,
                                a -> keys(a.period()),
                                this::assessment)
                        .all(),
                Matched.of(ssd.plans(), linkedPlans, CinPlan::id, p -> keys(p.period()), this::plan)
                        .all());
    }

    static List<?> keys(Period period) {
        return period.start().stream().toList();
    }

    /** Whether it is open is the live system's word; a reason of closure counts only for a closed one. */
    private Referral referral(Referral ours, Referral theirs) {
        return new Referral(
                ours.id(),
                ours.period(),
                notes.coded("primaryNeed", ours.row(), ours.primaryNeed(), theirs.row(), theirs.primaryNeed()),
                notes.coded("source", ours.row(), ours.source(), theirs.row(), theirs.source()),
                notes.first(
                        "noFurtherAction", ours.row(), ours.noFurtherAction(), theirs.row(), theirs.noFurtherAction()),
                ours.period().end().isPresent()
                        ? notes.coded("closeReason", ours.row(), ours.closeReason(), theirs.row(), theirs.closeReason())
                        : ours.closeReason(),
                ours.teamId(),
                ours.workerId(),
                ours.row());
    }

    /** A missing authorisation date is a gap, not a statement. */
    private Assessment assessment(Assessment ours, Assessment theirs) {
        return new Assessment(
                ours.id(),
                notes.first("referralId", ours.row(), ours.referralId(), theirs.row(), theirs.referralId()),
                new Period(
                        ours.period().start(),
                        notes.first(
                                "authorised",
                                ours.row(),
                                ours.period().end(),
                                theirs.row(),
                                theirs.period().end())),
                ours.childSeen(),
                ours.noFurtherAction(),
                notes.firstFilled("factors", ours.row(), ours.factors(), theirs.row(), theirs.factors()),
                ours.teamId(),
                ours.workerId(),
                ours.row());
    }

    private CinPlan plan(CinPlan ours, CinPlan theirs) {
        return new CinPlan(
                ours.id(),
                notes.first("referralId", ours.row(), ours.referralId(), theirs.row(), theirs.referralId()),
                ours.period(),
                ours.teamId(),
                ours.workerId(),
                ours.row());
    }

    private Assessment relink(Assessment a) {
        Optional<String> referral = referrals.link(a.referralId());
        return new Assessment(
                a.id(),
                referral,
                a.period(),
                a.childSeen(),
                a.noFurtherAction(),
                a.factors(),
                a.teamId(),
                a.workerId(),
                a.row());
    }

    private CinPlan relink(CinPlan p) {
        return new CinPlan(p.id(), referrals.link(p.referralId()), p.period(), p.teamId(), p.workerId(), p.row());
    }
}
