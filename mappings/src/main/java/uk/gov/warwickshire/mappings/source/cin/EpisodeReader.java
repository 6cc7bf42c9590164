package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** CINdetails with its assessments and child in need plans; what it holds of child protection goes to another reader. */
final class EpisodeReader {

    private final CensusContext context;
    private final ProtectionReader protection;
    private final List<ChildInNeed.Referral> referrals = new ArrayList<>();
    private final List<ChildInNeed.Assessment> assessments = new ArrayList<>();
    private final List<ChildInNeed.CinPlan> plans = new ArrayList<>();

    EpisodeReader(CensusContext context) {
        this.context = context;
        this.protection = new ProtectionReader(context);
    }

    void read(CinDetails episode) {
        Optional<ChildInNeed.Referral> referral = referral(episode);
        Optional<String> referralId = referral.map(ChildInNeed.Referral::id);
        referral.ifPresent(referrals::add);
        episode.assessments().forEach(a -> assessment(a, referralId).ifPresent(assessments::add));
        episode.plans().forEach(p -> plan(p, referralId).ifPresent(plans::add));
        protection.read(episode, referralId);
        // PreProceedingsandFGDM = [none]: a step towards court and a family's meetings are not shared
    }

    ChildInNeed childInNeed() {
        return new ChildInNeed(referrals, assessments, plans);
    }

    ChildProtection childProtection() {
        return protection.childProtection();
    }

    private Optional<ChildInNeed.Referral> referral(CinDetails episode) {
        ModuleReader reader = context.reader(CensusModule.CIN_DETAILS, episode.line());
        Period period =
                reader.period(episode.referralDate(), "CINreferralDate", episode.closureDate(), "CINclosureDate");
        return reader.unlessRejected(new ChildInNeed.Referral(
                context.id(CensusModule.CIN_DETAILS, period.start()),
                period,
                reader.coded(episode.primaryNeed(), "PrimaryNeedCode", CodeList.CATEGORY_OF_NEED),
                reader.coded(episode.referralSource(), "ReferralSource", CodeList.REFERRAL_SOURCE),
                reader.flag(episode.noFurtherAction(), "ReferralNFA"),
                reader.coded(episode.closureReason(), "ReasonForClosure", CodeList.CLOSURE_REASON),
                Optional.empty(), // team = [none]
                Optional.empty(), // worker = [none]
                reader.source()));
    }

    private Optional<ChildInNeed.Assessment> assessment(Assessment assessment, Optional<String> referralId) {
        ModuleReader reader = context.reader(CensusModule.ASSESSMENTS, assessment.line());
        Period period = reader.period(
                assessment.start(),
                "AssessmentActualStartDate",
                assessment.authorisation(),
                "AssessmentAuthorisationDate");
        return reader.unlessRejected(new ChildInNeed.Assessment(
                context.id(CensusModule.ASSESSMENTS, period.start()),
                referralId,
                period,
                Optional.empty(), // childSeen = [none]
                Optional.empty(), // noFurtherAction = [none]
                factors(assessment, reader),
                Optional.empty(),
                Optional.empty(),
                reader.source()));
    }

    private List<Coded> factors(Assessment assessment, ModuleReader reader) {
        List<Coded> factors = new ArrayList<>();
        for (CensusValue value : assessment.factors()) {
            Optional<String> code = context.codes().codeOf(CodeList.ASSESSMENT_FACTOR, value.text());
            if (code.isEmpty()) {
                reader.warn(
                        "AssessmentFactors",
                        "UNKNOWN_CODE",
                        "A factor is not in the national code list and was left out. Use the codes of the census.");
            } else if (factors.stream().noneMatch(f -> f.is(code.get()))) {
                factors.add(Coded.of(
                        code.get(),
                        context.codes()
                                .display(CodeList.ASSESSMENT_FACTOR, code.get())
                                .orElse(code.get())));
            }
        }
        return factors;
    }

    private Optional<ChildInNeed.CinPlan> plan(CinPlanDates plan, Optional<String> referralId) {
        ModuleReader reader = context.reader(CensusModule.CIN_PLAN_DATES, plan.line());
        Period period = reader.period(plan.start(), "CINPlanStartDate", plan.end(), "CINPlanEndDate");
        return reader.unlessRejected(new ChildInNeed.CinPlan(
                context.id(CensusModule.CIN_PLAN_DATES, period.start()),
                referralId,
                period,
                Optional.empty(),
                Optional.empty(),
                reader.source()));
    }
}
