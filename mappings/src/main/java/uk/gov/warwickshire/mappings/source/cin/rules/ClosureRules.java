package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.ASSESSMENTS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_PLAN_DATES;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.SECTION_47;

import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusModule;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.Section47;

/** What a closed episode may hold. */
final class ClosureRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        for (CinDetails episode : returned.child().episodes()) {
            activityAfterClosure(episode, found);
            afterAssessment(episode, found);
            boolean closed = episode.closureDate().isPresent();
            found.addIf(
                    closed
                            && episode.assessments().stream()
                                    .anyMatch(a -> a.authorisation().isEmpty()),
                    "8867",
                    CIN_DETAILS,
                    episode.line(),
                    "CINclosureDate");
            found.addIf(
                    closed && episode.enquiries().stream().anyMatch(Section47::isOpen),
                    "8868",
                    CIN_DETAILS,
                    episode.line(),
                    "CINclosureDate");
            found.addIf(
                    !episode.enquiries().isEmpty() && episode.assessments().isEmpty(),
                    "2991Q",
                    CIN_DETAILS,
                    episode.line(),
                    "Section47");
        }
    }

    /** 8565. */
    private static void activityAfterClosure(CinDetails episode, RuleFindings found) {
        late(episode, CIN_DETAILS, episode.line(), "DateOfInitialCPC", episode.initialConference(), found);
        episode.assessments().forEach(a -> {
            late(episode, ASSESSMENTS, a.line(), "AssessmentActualStartDate", a.start(), found);
            late(episode, ASSESSMENTS, a.line(), "AssessmentAuthorisationDate", a.authorisation(), found);
        });
        episode.enquiries().forEach(e -> {
            late(episode, SECTION_47, e.line(), "S47ActualStartDate", e.start(), found);
            late(episode, SECTION_47, e.line(), "DateOfInitialCPC", e.initialConference(), found);
        });
        episode.protectionPlans()
                .forEach(p -> late(episode, CHILD_PROTECTION_PLANS, p.line(), "CPPendDate", p.end(), found));
        episode.plans().forEach(p -> {
            late(episode, CIN_PLAN_DATES, p.line(), "CINPlanStartDate", p.start(), found);
            late(episode, CIN_PLAN_DATES, p.line(), "CINPlanEndDate", p.end(), found);
        });
    }

    private static void late(
            CinDetails episode,
            CensusModule module,
            long line,
            String field,
            Optional<CensusValue> date,
            RuleFindings found) {
        found.addIf(Days.before(episode.closureDate(), date), "8565", module, line, field);
    }

    /** Closed after assessment, with no further action (RC8) or to early help (RC9): 2990 and 8825Q. */
    private static void afterAssessment(CinDetails episode, RuleFindings found) {
        boolean closedAfterAssessment =
                episode.closureReason().filter(r -> r.is("RC8") || r.is("RC9")).isPresent();
        boolean furtherActivity = !episode.enquiries().isEmpty()
                || !episode.protectionPlans().isEmpty()
                || !episode.plans().isEmpty()
                || episode.initialConference().isPresent();
        found.addIf(closedAfterAssessment && furtherActivity, "2990", CIN_DETAILS, episode.line(), "ReasonForClosure");
        found.addIf(
                closedAfterAssessment && episode.assessments().isEmpty(),
                "8825Q",
                CIN_DETAILS,
                episode.line(),
                "ReasonForClosure");
    }
}
