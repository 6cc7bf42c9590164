package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.source.directory.DirectoryReader;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;
import uk.gov.warwickshire.mappings.source.ssd.ReferenceData;
import uk.gov.warwickshire.mappings.source.ssd.SsdReferenceReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Professionals, teams and mothers from the delivered rows that are not the child's own. */
record DeliveredReference(List<SsdRow> rows, List<DirectoryRow> directory) implements ReferenceData {

    static DeliveredReference of(List<SsdRow> rows, ChildSource source) {
        List<DirectoryRow> directory = new ArrayList<>();
        for (DeliveredRow row : source.rows()) {
            if (row.table().equals(DeliveredRow.DIRECTORY)) {
                RowStaging.read(row, bytes -> new DirectoryReader(Map.of())
                        .read(row.file(), bytes, ChildSourceReader.only(directory)));
            }
        }
        return new DeliveredReference(rows, directory);
    }

    @Override
    public Optional<Network.Professional> professional(String professionalId) {
        return find(SsdTable.PROFESSIONALS, professionalId).map(SsdReferenceReader::professional);
    }

    @Override
    public Optional<Network.Team> team(String teamId) {
        Optional<DirectoryRow> phones =
                directory.stream().filter(row -> row.teamId().equals(teamId)).findFirst();
        return find(SsdTable.DEPARTMENT, teamId)
                .map(row -> SsdReferenceReader.team(row, phones))
                .or(() -> phones.map(SsdReferenceReader::team));
    }

    @Override
    public Optional<SsdRow> person(String personId) {
        return find(SsdTable.PERSON, personId);
    }

    private Optional<SsdRow> find(SsdTable table, String id) {
        return rows.stream()
                .filter(row -> row.table() == table && row.id().equals(id))
                .findFirst();
    }
}
