package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.Optional;

/** ssd_care_leavers: a young person who left care, with the pathway plan. */
public record CareLeaver(
        String id,
        Optional<Coded> eligibility,
        Optional<Coded> inTouch,
        Optional<LocalDate> latestContact,
        Optional<Coded> accommodation,
        Optional<Coded> accommodationSuitable,
        Optional<Coded> activity,
        Optional<LocalDate> pathwayPlanReview,
        Optional<String> personalAdvisor,
        Optional<String> teamId,
        Optional<String> workerId,
        SourceRow row) {}
