package uk.gov.warwickshire.gateway.intake.child;

import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;
import uk.gov.warwickshire.mappings.source.ssd.ReferenceData;
import uk.gov.warwickshire.mappings.source.ssd.SsdReferenceReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;

/** What the records of one chunk of children use outside their own rows. */
record Surroundings(
        Map<String, SsdRow> references,
        Map<String, DirectoryRow> directory,
        Map<String, SsdRow> mothers,
        Map<String, Identity> identities)
        implements ReferenceData {

    Surroundings {
        references = Map.copyOf(references);
        directory = Map.copyOf(directory);
        mothers = Map.copyOf(mothers);
        identities = Map.copyOf(identities);
    }

    Identity identity(String personId) {
        return identities.getOrDefault(personId, Identity.UNKNOWN);
    }

    @Override
    public Optional<Network.Professional> professional(String professionalId) {
        return Optional.ofNullable(references.get(UseKey.professional(professionalId)))
                .map(SsdReferenceReader::professional);
    }

    @Override
    public Optional<Network.Team> team(String teamId) {
        Optional<DirectoryRow> entry = Optional.ofNullable(directory.get(teamId));
        return Optional.ofNullable(references.get(UseKey.team(teamId)))
                .map(row -> SsdReferenceReader.team(row, entry))
                .or(() -> entry.map(SsdReferenceReader::team));
    }

    @Override
    public Optional<SsdRow> person(String personId) {
        return Optional.ofNullable(mothers.get(personId));
    }
}
