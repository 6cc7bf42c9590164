package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looked-after episodes, placements without their addresses, legal statuses. */
public record LookedAfter(List<Episode> episodes, List<Placement> placements, List<LegalStatus> legalStatuses) {
    public LookedAfter {
        episodes = List.copyOf(episodes);
        placements = List.copyOf(placements);
        legalStatuses = List.copyOf(legalStatuses);
    }

    /**
     * ssd_cla_episodes.
     *
     * @param periodOfCareId `clae_cla_id`: the episodes of one period of care share it
     */
    public record Episode(
            String id,
            Optional<String> periodOfCareId,
            Optional<String> referralId,
            Period period,
            Optional<Coded> startReason,
            Optional<Coded> primaryNeed,
            Optional<Coded> ceasedReason,
            Optional<LocalDate> enteredCare,
            Optional<String> placementId,
            SourceRow row) {}

    /** ssd_cla_placement. The postcode, the distance and the address are deliberately not read. */
    public record Placement(
            String id,
            Optional<String> periodOfCareId,
            Period period,
            Optional<Coded> type,
            Optional<Coded> provider,
            Optional<Coded> changeReason,
            SourceRow row) {}

    /** ssd_legal_status. */
    public record LegalStatus(String id, Coded status, Period period, SourceRow row) {}
}
