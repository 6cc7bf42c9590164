package uk.gov.warwickshire.mappings.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.LookedAfter.LegalStatus;
import uk.gov.warwickshire.mappings.record.Person.Disability;

/** What the council has recorded of a child's situation to UKCore-Observation: social history, not diagnoses. */
final class ObservationMapper {

    /** ssd_legal_status. Not Extension-UKCore-LegalStatus, which means the Mental Health Act (uk-core.md 3). */
    Observation legalStatus(ChildContext context, LegalStatus source) {
        Observation observation = begin(context, "legal-status", source.id()); // lega_legal_status_id
        Elements.period(source.period()) // lega_legal_status_start_date, lega_legal_status_end_date
                .ifPresent(observation::setEffective);
        value(observation, context.coded("dfe-legal-status", source.status())); // lega_legal_status
        return observation;
    }

    /** ssd_disability; empty for `NONE`. An Observation: a census category recorded by a social worker is no Condition. */
    Optional<Observation> disability(ChildContext context, Disability source) {
        if (source.disability().is("NONE")) {
            return Optional.empty();
        }
        Observation observation = begin(context, "disability", source.id()); // disa_table_id
        // effective[x] = [none]: the source does not say since when
        value(observation, context.coded("dfe-disability", source.disability())); // disa_disability_code
        return Optional.of(observation);
    }

    /** ssd_care_leavers. */
    Observation careLeaver(ChildContext context, CareLeaver source) {
        Observation observation = begin(context, "care-leaver", source.id()); // clea_table_id
        source.latestContact() // clea_care_leaver_latest_contact
                .ifPresent(day -> observation.setEffective(Elements.dateTime(day)));
        component(context, observation, "in-touch", "dfe-care-leaver-in-touch", source.inTouch());
        component(context, observation, "accommodation", "dfe-care-leaver-accommodation", source.accommodation());
        component(
                context,
                observation,
                "accommodation-suitability",
                "dfe-accommodation-suitability",
                source.accommodationSuitable());
        component(context, observation, "activity", "dfe-care-leaver-activity", source.activity());
        return observation;
    }

    private static Observation begin(ChildContext context, String finding, String sourceId) {
        Observation observation =
                context.identified(new Observation(), context.id(finding, sourceId), "social-care-" + finding);
        observation.addIdentifier(context.identifier(finding, sourceId));
        observation.setStatus(ObservationStatus.FINAL);
        observation.addCategory(Elements.concept(Systems.OBSERVATION_CATEGORY, "social-history", "Social History"));
        observation.setCode(context.concepts().own("finding", finding));
        observation.setSubject(context.subject());
        observation.addPerformer(context.council());
        return observation;
    }

    private static void value(Observation observation, CodeableConcept value) {
        if (!value.isEmpty()) {
            observation.setValue(value);
        }
    }

    /** clea_care_leaver_in_touch, _accommodation, _accom_suitable, _activity. */
    private static void component(
            ChildContext context, Observation observation, String finding, String list, Optional<Coded> value) {
        value.map(coded -> context.coded(list, coded))
                .filter(concept -> !concept.isEmpty())
                .ifPresent(concept -> observation
                        .addComponent()
                        .setCode(context.concepts().own("finding", finding))
                        .setValue(concept));
    }
}
