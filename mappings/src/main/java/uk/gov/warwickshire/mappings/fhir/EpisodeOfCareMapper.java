package uk.gov.warwickshire.mappings.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.LookedAfter.Placement;
import uk.gov.warwickshire.mappings.record.Period;

/** Times of the council's responsibility to UKCore-EpisodeOfCare. An end date, and nothing else, finishes an episode. */
final class EpisodeOfCareMapper {

    /** ssd_cin_episodes: from the referral to the closure. */
    EpisodeOfCare childInNeed(ChildContext context, Referral source) {
        EpisodeOfCare episode = begin(context, "child-in-need", source.id(), source.period());
        coded(context, episode, "primary-need", "dfe-primary-need", source.primaryNeed()); // cine_cin_primary_need_code
        coded(context, episode, "end-reason", "dfe-closure-reason", source.closeReason()); // cine_close_reason
        episode.addReferralRequest(
                context.literal("ServiceRequest", ServiceRequestMapper.REFERRAL, source.id())); // cine_referral_id
        context.team(source.teamId()).ifPresent(episode::setManagingOrganization); // cine_referral_team
        context.worker(source.workerId(), source.teamId())
                .ifPresent(episode::setCareManager); // cine_referral_worker_id
        return episode;
    }

    /** ssd_cp_plans: the time the child is subject to the plan. The source names no worker for it. */
    EpisodeOfCare childProtection(ChildContext context, Plan plan) {
        return begin(context, "child-protection", plan.sourceId(), plan.period()); // cppl_cp_plan_start_date, _end_date
    }

    /** ssd_cla_episodes of one period of care; changes within it are the legal statuses and placements. */
    EpisodeOfCare lookedAfter(ChildContext context, PeriodOfCare source) {
        EpisodeOfCare episode = begin(context, "looked-after", source.id(), source.period()); // clae_cla_id
        coded(
                context,
                episode,
                "primary-need",
                "dfe-primary-need",
                source.first().primaryNeed()); // clae_cla_primary_need_code
        coded(
                context,
                episode,
                "start-reason",
                "dfe-episode-start-reason",
                source.first().startReason()); // clae_cla_episode_start_reason
        if (source.period().end().isPresent()) {
            coded(
                    context,
                    episode,
                    "end-reason",
                    "dfe-episode-ceased-reason",
                    source.last().ceasedReason()); // clae_cla_episode_ceased_reason
        }
        return episode;
    }

    /** ssd_cla_placement: what kind of placement and whose, never where. */
    EpisodeOfCare placement(ChildContext context, Placement source) {
        EpisodeOfCare episode = begin(context, "placement", source.id(), source.period()); // clap_cla_placement_id
        source.type() // clap_cla_placement_type
                .map(type -> context.coded("dfe-placement-type", type))
                .filter(concept -> !concept.isEmpty())
                .ifPresent((CodeableConcept concept) -> episode.addType(concept));
        coded(
                context,
                episode,
                "placement-provider",
                "dfe-placement-provider",
                source.provider()); // clap_cla_placement_provider
        coded(
                context,
                episode,
                "end-reason",
                "dfe-placement-change-reason",
                source.changeReason()); // clap_cla_placement_change_reason
        // = [none]: clap_cla_placement_postcode, _urn, _distance: placement addresses are never shared
        return episode;
    }

    /** ssd_care_leavers: the source has no dates of it. */
    EpisodeOfCare careLeaver(ChildContext context, CareLeaver source) {
        Period unknown = new Period(Optional.empty(), Optional.empty());
        EpisodeOfCare episode = begin(context, "care-leaver", source.id(), unknown); // clea_table_id
        if (isOver(source)) {
            episode.setStatus(EpisodeOfCareStatus.FINISHED);
        }
        source.eligibility() // clea_care_leaver_eligibility
                .map(eligibility -> context.coded("dfe-care-leaver-eligibility", eligibility))
                .filter(concept -> !concept.isEmpty())
                .ifPresent((CodeableConcept concept) -> episode.addType(concept));
        context.team(source.teamId()).ifPresent(episode::setManagingOrganization); // clea_care_leaver_allocated_team
        context.worker(source.workerId(), source.teamId()) // clea_care_leaver_worker_id
                .ifPresent(episode::setCareManager);
        // careManager = [none] from clea_care_leaver_personal_advisor: a name written by hand
        return episode;
    }

    /** Services have ended for a young person who died or no longer requires them, or is not eligible. */
    static boolean isOver(CareLeaver source) {
        return source.inTouch().filter(t -> t.is("DIED") || t.is("NREQ")).isPresent()
                || source.eligibility()
                        .filter(e -> e.is("No Current Eligibility"))
                        .isPresent();
    }

    private static EpisodeOfCare begin(ChildContext context, String type, String sourceId, Period period) {
        String kind = type + "-episode";
        EpisodeOfCare episode = context.identified(new EpisodeOfCare(), context.id(kind, sourceId));
        episode.addIdentifier(context.identifier(kind, sourceId));
        episode.setStatus(period.end().isPresent() ? EpisodeOfCareStatus.FINISHED : EpisodeOfCareStatus.ACTIVE);
        episode.addType(context.concepts().own("episode-type", type));
        episode.setPatient(context.subject());
        episode.setManagingOrganization(context.council());
        Elements.period(period).ifPresent(episode::setPeriod);
        return episode;
    }

    private static void coded(
            ChildContext context, EpisodeOfCare episode, String extension, String list, Optional<Coded> value) {
        value.map(coded -> context.coded(list, coded))
                .filter(concept -> !concept.isEmpty())
                .ifPresent(concept -> episode.addExtension(context.extension(extension, concept)));
    }
}
