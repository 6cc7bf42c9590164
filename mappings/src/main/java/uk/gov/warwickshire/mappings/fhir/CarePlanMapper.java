package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed.CinPlan;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.Coded;

/** Plans to UKCore-CarePlan: that there is one, of what kind, from when to when. What is planned stays in the council. */
final class CarePlanMapper {

    /** ssd_cin_plans. */
    CarePlan childInNeed(ChildContext context, CinPlan source) {
        CarePlan plan = begin(context, "child-in-need-plan", source.id(), "child-in-need"); // cinp_cin_plan_id
        plan.setStatus(status(source.period().end()));
        Elements.period(source.period()).ifPresent(plan::setPeriod); // cinp_cin_plan_start_date, _end_date
        context.worker(source.workerId(), source.teamId()).ifPresent(plan::setAuthor); // cinp_cin_plan_worker_id
        context.team(source.teamId()).ifPresent(plan::addContributor); // cinp_cin_plan_team
        source.referralId() // cinp_referral_id
                .map(id -> context.link(
                        context.child().childInNeed().referrals().stream().anyMatch(r -> r.id().equals(id)),
                        "ServiceRequest",
                        ServiceRequestMapper.REFERRAL,
                        id))
                .ifPresent(plan::addSupportingInfo);
        return plan;
    }

    /** ssd_cp_plans, in the shape of England-CarePlan-Flag. */
    CarePlan childProtection(ChildContext context, Plan shape, ChildProtectionPlan source) {
        CarePlan plan = flagged(context, shape); // cppl_cp_plan_id, cppl_cp_plan_start_date, _end_date
        category(context, plan, "abuse-category", source.latestCategory()); // cppl_cp_plan_latest_category
        category(context, plan, "initial-abuse-category", source.initialCategory()); // cppl_cp_plan_initial_category
        source.otherAuthority() // cppl_cp_plan_ola
                .ifPresent(ola -> plan.addExtension(context.extension("other-authority", new BooleanType(ola))));
        source.conferenceId() // cppl_icpc_id
                .map(id -> context.link(
                        context.child().childProtection().conferences().stream().anyMatch(c -> c.id().equals(id)),
                        "Task",
                        ChildProtectionTaskMapper.CONFERENCE,
                        id))
                .ifPresent(plan::addSupportingInfo);
        return plan;
    }

    /** A period of being looked after, in the shape of England-CarePlan-Flag. */
    CarePlan lookedAfter(ChildContext context, Plan shape) {
        return flagged(context, shape); // ssd_cla_episodes.clae_cla_id; lacp_cla_care_plan_json = [none]: narrative
    }

    /** ssd_care_leavers: the pathway plan, of which only the latest date is known. */
    CarePlan pathway(ChildContext context, CareLeaver source, LocalDate reviewed) {
        CarePlan plan = begin(context, "pathway-plan", source.id(), "pathway"); // clea_table_id
        plan.setStatus(EpisodeOfCareMapper.isOver(source) ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE);
        context.worker(source.workerId(), source.teamId()).ifPresent(plan::setAuthor); // clea_care_leaver_worker_id
        context.team(source.teamId()).ifPresent(plan::addContributor); // clea_care_leaver_allocated_team
        Optional<LocalDate> day = Optional.of(reviewed); // clea_pathway_plan_review_date
        plan.addActivity()
                .getDetail()
                .setCode(context.concepts().own("activity", "pathway-plan-review"))
                .setStatus(CarePlanActivityStatus.COMPLETED)
                .setScheduled(Elements.period(day, day).orElseThrow());
        return plan;
    }

    private static CarePlan flagged(ChildContext context, Plan shape) {
        CarePlan plan = begin(context, shape.kind(), shape.sourceId(), shape.type());
        plan.setStatus(status(shape.period().end()));
        Elements.period(shape.period()).ifPresent(period -> {
            plan.getMeta().addProfile(Systems.ENGLAND + "England-CarePlan-Flag"); // it demands a period
            plan.setPeriod(period);
        });
        plan.addCareTeam(context.literal("CareTeam", shape.kind() + "-authority", shape.sourceId())
                .setDisplay(context.settings().name()));
        return plan;
    }

    private static CarePlan begin(ChildContext context, String kind, String sourceId, String type) {
        CarePlan plan = context.identified(new CarePlan(), context.id(kind, sourceId));
        plan.addIdentifier(context.identifier(kind, sourceId));
        plan.setIntent(CarePlanIntent.PLAN);
        plan.addCategory(context.concepts().planType(type));
        // title, description, goal, note = [none]: narrative
        plan.setSubject(context.subject());
        return plan;
    }

    private static CarePlanStatus status(Optional<LocalDate> end) {
        return end.isPresent() ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE;
    }

    private static void category(ChildContext context, CarePlan plan, String extension, Optional<Coded> value) {
        value.map(context.concepts()::abuseCategory)
                .filter((CodeableConcept concept) -> !concept.isEmpty())
                .ifPresent(concept -> plan.addExtension(context.extension(extension, concept)));
    }
}
