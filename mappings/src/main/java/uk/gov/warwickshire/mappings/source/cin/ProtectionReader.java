package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildProtection.InitialConference;
import uk.gov.warwickshire.mappings.record.ChildProtection.Section47Enquiry;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** Section47, the two places of an initial conference, ChildProtectionPlans with Reviews. */
final class ProtectionReader {

    private final CensusContext context;
    private final List<Section47Enquiry> enquiries = new ArrayList<>();
    private final List<InitialConference> conferences = new ArrayList<>();
    private final List<ChildProtectionPlan> plans = new ArrayList<>();
    private final List<ChildProtection.Review> reviews = new ArrayList<>();

    ProtectionReader(CensusContext context) {
        this.context = context;
    }

    ChildProtection childProtection() {
        return new ChildProtection(enquiries, conferences, plans, reviews);
    }

    void read(CinDetails episode, Optional<String> referralId) {
        List<ChildProtectionPlan> ofEpisode = new ArrayList<>();
        for (ProtectionPlan plan : episode.protectionPlans()) {
            plan(plan, referralId).ifPresent(ofEpisode::add);
        }
        plans.addAll(ofEpisode);
        for (Section47 enquiry : episode.enquiries()) {
            enquiry(enquiry, episode, referralId, ofEpisode);
        }
        ModuleReader reader = context.reader(CensusModule.CIN_DETAILS, episode.line());
        reader.date(episode.initialConference(), "DateOfInitialCPC")
                .ifPresent(held -> addConference(
                        reader, Optional.empty(), referralId, Optional.empty(), Optional.of(held), ofEpisode));
    }

    /** The census says when an enquiry ended only by its conference or, at the latest, by the closure of the case. */
    private void enquiry(
            Section47 enquiry, CinDetails episode, Optional<String> referralId, List<ChildProtectionPlan> ofEpisode) {
        ModuleReader reader = context.reader(CensusModule.SECTION_47, enquiry.line());
        Optional<CensusValue> end =
                enquiry.isConferenceNotRequired() && enquiry.initialConference().isEmpty()
                        ? episode.closureDate().filter(closure -> isNotBefore(closure, enquiry.start()))
                        : enquiry.initialConference();
        Period period = reader.period(enquiry.start(), "S47ActualStartDate", end, "DateOfInitialCPC");
        Optional<LocalDate> target = reader.date(enquiry.conferenceTarget(), "InitialCPCtarget");
        Section47Enquiry read = new Section47Enquiry(
                context.id(CensusModule.SECTION_47, period.start()),
                referralId,
                period,
                Optional.empty(), // noFurtherAction = [none]: that no conference was needed does not mean it
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                reader.source());
        reader.flag(enquiry.conferenceNotRequired(), "ICPCnotRequired");
        reader.unlessRejected(read).ifPresent(accepted -> {
            enquiries.add(accepted);
            Optional<LocalDate> held = reader.date(enquiry.initialConference(), "DateOfInitialCPC");
            if (held.isPresent() || (target.isPresent() && !enquiry.isConferenceNotRequired())) {
                addConference(reader, Optional.of(accepted.id()), referralId, target, held, ofEpisode);
            }
        });
    }

    private static boolean isNotBefore(CensusValue closure, Optional<CensusValue> start) {
        return closure.date()
                .filter(end ->
                        start.flatMap(CensusValue::date).filter(end::isBefore).isEmpty())
                .isPresent();
    }

    private void addConference(
            ModuleReader reader,
            Optional<String> enquiryId,
            Optional<String> referralId,
            Optional<LocalDate> target,
            Optional<LocalDate> held,
            List<ChildProtectionPlan> ofEpisode) {
        boolean known =
                conferences.stream().anyMatch(c -> held.isPresent() && c.held().equals(held));
        if (known) {
            return; // the same one at both levels: rule 2884
        }
        Optional<String> planId = ofEpisode.stream()
                .filter(p -> held.isPresent() && p.period().start().equals(held))
                .map(ChildProtectionPlan::id)
                .findFirst();
        conferences.add(new InitialConference(
                context.conferenceId(held.or(() -> target)),
                enquiryId,
                referralId,
                planId,
                target,
                held,
                Optional.empty(), // transferIn = [none]
                planId.map(plan -> true),
                Optional.empty(),
                Optional.empty(),
                reader.source()));
    }

    private Optional<ChildProtectionPlan> plan(ProtectionPlan plan, Optional<String> referralId) {
        ModuleReader reader = context.reader(CensusModule.CHILD_PROTECTION_PLANS, plan.line());
        Period period = reader.period(plan.start(), "CPPstartDate", plan.end(), "CPPendDate");
        String id = context.id(CensusModule.CHILD_PROTECTION_PLANS, period.start());
        Optional<ChildProtectionPlan> read = reader.unlessRejected(new ChildProtectionPlan(
                id,
                referralId,
                Optional.empty(),
                period,
                reader.coded(plan.initialCategory(), "InitialCategoryOfAbuse", CodeList.CATEGORY_OF_ABUSE),
                reader.coded(plan.latestCategory(), "LatestCategoryOfAbuse", CodeList.CATEGORY_OF_ABUSE),
                Optional.empty(), // otherAuthority = [none]
                reader.source()));
        // NumberOfPreviousCPP = [none]: a count without dates, and the plans themselves are told
        if (read.isPresent()) {
            plan.reviews().forEach(r -> review(r, id).ifPresent(reviews::add));
        }
        return read;
    }

    private Optional<ChildProtection.Review> review(Review review, String planId) {
        ModuleReader reader = context.reader(CensusModule.REVIEWS, review.line());
        Optional<LocalDate> held = reader.date(review.date(), "CPPreviewDate");
        Optional<ChildProtection.Review> read = reader.unlessRejected(new ChildProtection.Review(
                planId + "-review-" + held.map(LocalDate::toString).orElse(""),
                Optional.of(planId),
                Optional.empty(), // due = [none]
                held,
                Optional.empty(), // planContinues = [none]
                Optional.empty(), // participation = [none]
                reader.source()));
        boolean known = reviews.stream()
                .anyMatch(r -> read.filter(n -> n.id().equals(r.id())).isPresent());
        return read.filter(r -> r.held().isPresent() && !known);
    }
}
