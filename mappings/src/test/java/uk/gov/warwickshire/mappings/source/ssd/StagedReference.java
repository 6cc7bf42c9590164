package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Network;

/** Reference data straight from staged rows. */
record StagedReference(List<StagedRow> rows) implements ReferenceData {

    @Override
    public Optional<Network.Professional> professional(String professionalId) {
        return find(SsdTable.PROFESSIONALS, professionalId).map(SsdReferenceReader::professional);
    }

    @Override
    public Optional<Network.Team> team(String teamId) {
        return find(SsdTable.DEPARTMENT, teamId).map(row -> SsdReferenceReader.team(row, Optional.empty()));
    }

    @Override
    public Optional<SsdRow> person(String personId) {
        return find(SsdTable.PERSON, personId);
    }

    private Optional<SsdRow> find(SsdTable table, String id) {
        return rows.stream()
                .filter(r -> r.table() == table && r.owner().key().equals(id))
                .findFirst()
                .map(r -> r.in(Extract.NAME));
    }
}
