package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Network;

/** ssd_involvements, and the professionals and teams that any row of the child names: read last. */
final class NetworkReader {

    private NetworkReader() {}

    static Network read(ReadContext context) {
        List<Network.Involvement> involvements = context.read(SsdTable.INVOLVEMENTS, NetworkReader::involvement);
        return new Network(involvements, context.professionals(), context.teams());
    }

    private static Network.Involvement involvement(RowReader row) {
        return new Network.Involvement(
                row.id(),
                row.professional("invo_professional_id"),
                row.text("invo_professional_role_id").map(Coded::textOnly),
                row.team("invo_professional_team"),
                row.period("invo_involvement_start_date", "invo_involvement_end_date"),
                row.link("invo_referral_id", SsdTable.CIN_EPISODES),
                row.source());
    }
}
