package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** ssd_cla_placement, ssd_cla_episodes, ssd_legal_status; after the referrals, to which they link. */
final class LookedAfterReader {

    private LookedAfterReader() {}

    static LookedAfter read(ReadContext context) {
        List<LookedAfter.Placement> placements = context.read(SsdTable.CLA_PLACEMENT, LookedAfterReader::placement);
        List<LookedAfter.Episode> episodes = context.read(SsdTable.CLA_EPISODES, LookedAfterReader::episode);
        List<LookedAfter.LegalStatus> statuses =
                context.read(SsdTable.LEGAL_STATUS, row -> legalStatus(row, context)).stream()
                        .flatMap(Optional::stream)
                        .toList();
        return new LookedAfter(episodes, placements, statuses);
    }

    private static LookedAfter.Placement placement(RowReader row) {
        return new LookedAfter.Placement(
                row.id(),
                row.text("clap_cla_id"),
                row.period("clap_cla_placement_start_date", "clap_cla_placement_end_date"),
                row.coded("clap_cla_placement_type", CodeList.PLACEMENT_TYPE),
                row.coded("clap_cla_placement_provider", CodeList.PLACEMENT_PROVIDER),
                row.coded("clap_cla_placement_change_reason", CodeList.PLACEMENT_CHANGE_REASON),
                row.source());
    }

    private static LookedAfter.Episode episode(RowReader row) {
        return new LookedAfter.Episode(
                row.id(),
                row.text("clae_cla_id"),
                row.link("clae_referral_id", SsdTable.CIN_EPISODES),
                row.period("clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
                row.coded("clae_cla_episode_start_reason", CodeList.REASON_NEW_EPISODE),
                row.coded("clae_cla_primary_need_code", CodeList.CATEGORY_OF_NEED),
                row.coded("clae_cla_episode_ceased_reason", CodeList.REASON_EPISODE_CEASED),
                row.date("clae_entered_care_date"),
                row.link("clae_cla_placement_id", SsdTable.CLA_PLACEMENT),
                row.source());
    }

    /** A row without a status says nothing: it is left out alone, its dates being sound. */
    private static Optional<LookedAfter.LegalStatus> legalStatus(RowReader row, ReadContext context) {
        Period period = row.period("lega_legal_status_start_date", "lega_legal_status_end_date");
        if (row.text("lega_legal_status").isEmpty() && !row.isRejected()) {
            context.findings()
                    .leaveOut(
                            row.row(),
                            "lega_legal_status",
                            "MISSING_VALUE",
                            "The row does not say which legal status it is. Enter it at the source.");
        }
        return row.coded("lega_legal_status", CodeList.LEGAL_STATUS)
                .map(status -> new LookedAfter.LegalStatus(row.id(), status, period, row.source()));
    }
}
