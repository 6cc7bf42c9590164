package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Network;

/**
 * Facts a child's record uses that are not among its own rows. Ask {@link SsdChildRows#references()} which ones a child
 * needs, to load them for many children at once.
 */
public interface ReferenceData {

    /** Knows nothing: every reference is an orphan. */
    ReferenceData NONE = new ReferenceData() {
        @Override
        public Optional<Network.Professional> professional(String professionalId) {
            return Optional.empty();
        }

        @Override
        public Optional<Network.Team> team(String teamId) {
            return Optional.empty();
        }

        @Override
        public Optional<SsdRow> person(String personId) {
            return Optional.empty();
        }
    };

    /** As {@link SsdReferenceReader#professional} reads a row of ssd_professionals. */
    Optional<Network.Professional> professional(String professionalId);

    /** As {@link SsdReferenceReader#team} joins ssd_department and the directory file. */
    Optional<Network.Team> team(String teamId);

    /** The row of ssd_person of a mother. */
    Optional<SsdRow> person(String personId);
}
