package uk.gov.warwickshire.mappings.source.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildProtection.InitialConference;
import uk.gov.warwickshire.mappings.record.ChildProtection.Review;
import uk.gov.warwickshire.mappings.record.ChildProtection.Section47Enquiry;
import uk.gov.warwickshire.mappings.record.Period;

/** Enquiries, conferences, plans and reviews: the same if they began, or were held, on the same day. */
final class ProtectionMerge {

    private final PlanEnds ends;
    private final MergeNotes notes;
    private final Matched<Referral> referrals;

    ProtectionMerge(LocalDate referenceDate, MergeNotes notes, Matched<Referral> referrals) {
        this.ends = new PlanEnds(referenceDate, notes);
        this.notes = notes;
        this.referrals = referrals;
    }

    ChildProtection merge(ChildProtection ssd, ChildProtection census) {
        Matched<ChildProtectionPlan> plans = Matched.of(
                ssd.plans(),
                census.plans().stream().map(this::relink).toList(),
                ChildProtectionPlan::id,
                p -> ChildInNeedMerge.keys(p.period()),
                this::plan);
        ends.reportSeveral(ssd.plans(), plans.all());
        Matched<Section47Enquiry> enquiries = Matched.of(
                ssd.enquiries(),
                census.enquiries().stream().map(this::relink).toList(),
                Section47Enquiry::id,
                e -> ChildInNeedMerge.keys(e.period()),
                this::enquiry);
        Matched<InitialConference> conferences = Matched.of(
                ssd.conferences(),
                census.conferences().stream()
                        .map(c -> relink(c, enquiries, plans))
                        .toList(),
                InitialConference::id,
                ProtectionMerge::keys,
                this::conference);
        Matched<Review> reviews = Matched.of(
                ssd.reviews(),
                census.reviews().stream().map(r -> relink(r, plans)).toList(),
                Review::id,
                r -> r.held().stream().toList(),
                (ours, theirs) -> ours);
        return new ChildProtection(enquiries.all(), conferences.all(), plans.all(), reviews.all());
    }

    /** Held on, and due on: kept apart, because a day of the one is no day of the other. */
    private static List<?> keys(InitialConference conference) {
        return Stream.of(
                        conference.held().map(day -> "held " + day),
                        conference.target().map(day -> "due " + day))
                .flatMap(Optional::stream)
                .toList();
    }

    private ChildProtectionPlan plan(ChildProtectionPlan ours, ChildProtectionPlan theirs) {
        return new ChildProtectionPlan(
                ours.id(),
                notes.first("referralId", ours.row(), ours.referralId(), theirs.row(), theirs.referralId()),
                ours.conferenceId(),
                ends.of(ours, theirs),
                notes.coded(
                        "initialCategory", ours.row(), ours.initialCategory(), theirs.row(), theirs.initialCategory()),
                notes.coded("latestCategory", ours.row(), ours.latestCategory(), theirs.row(), theirs.latestCategory()),
                ours.otherAuthority(),
                ours.row());
    }

    private Section47Enquiry enquiry(Section47Enquiry ours, Section47Enquiry theirs) {
        return new Section47Enquiry(
                ours.id(),
                notes.first("referralId", ours.row(), ours.referralId(), theirs.row(), theirs.referralId()),
                new Period(
                        ours.period().start(),
                        notes.first(
                                "end",
                                ours.row(),
                                ours.period().end(),
                                theirs.row(),
                                theirs.period().end())),
                ours.noFurtherAction(),
                ours.outcomes(),
                ours.teamId(),
                ours.workerId(),
                ours.row());
    }

    private InitialConference conference(InitialConference ours, InitialConference theirs) {
        return new InitialConference(
                ours.id(),
                notes.first("enquiryId", ours.row(), ours.enquiryId(), theirs.row(), theirs.enquiryId()),
                notes.first("referralId", ours.row(), ours.referralId(), theirs.row(), theirs.referralId()),
                notes.first("planId", ours.row(), ours.planId(), theirs.row(), theirs.planId()),
                notes.first("target", ours.row(), ours.target(), theirs.row(), theirs.target()),
                notes.first("held", ours.row(), ours.held(), theirs.row(), theirs.held()),
                ours.transferIn(),
                notes.first("ledToPlan", ours.row(), ours.ledToPlan(), theirs.row(), theirs.ledToPlan()),
                ours.teamId(),
                ours.workerId(),
                ours.row());
    }

    private ChildProtectionPlan relink(ChildProtectionPlan p) {
        return new ChildProtectionPlan(
                p.id(),
                referrals.link(p.referralId()),
                p.conferenceId(),
                p.period(),
                p.initialCategory(),
                p.latestCategory(),
                p.otherAuthority(),
                p.row());
    }

    private Section47Enquiry relink(Section47Enquiry e) {
        return new Section47Enquiry(
                e.id(),
                referrals.link(e.referralId()),
                e.period(),
                e.noFurtherAction(),
                e.outcomes(),
                e.teamId(),
                e.workerId(),
                e.row());
    }

    private InitialConference relink(
            InitialConference c, Matched<Section47Enquiry> enquiries, Matched<ChildProtectionPlan> plans) {
        return new InitialConference(
                c.id(),
                enquiries.link(c.enquiryId()),
                referrals.link(c.referralId()),
                plans.link(c.planId()),
                c.target(),
                c.held(),
                c.transferIn(),
                c.ledToPlan(),
                c.teamId(),
                c.workerId(),
                c.row());
    }

    private static Review relink(Review r, Matched<ChildProtectionPlan> plans) {
        return new Review(
                r.id(), plans.link(r.planId()), r.due(), r.held(), r.planContinues(), r.participation(), r.row());
    }
}
