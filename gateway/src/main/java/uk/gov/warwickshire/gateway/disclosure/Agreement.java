package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A data sharing agreement with a group of partners the privacy notice names.
 *
 * @param destination code or family
 * @param odsCodes organisations that may receive; empty means whoever serves the destination
 * @param postcodeAreas areas whose children it covers; empty means all
 * @param from first day in force
 * @param until last day in force; empty while it has no end
 * @param withheldNotice whether the partner may be told that something is withheld
 * @param breakGlass whether the partner may override a withheld answer in an emergency
 */
public record Agreement(
        String id,
        String group,
        String destination,
        Set<String> odsCodes,
        String purpose,
        LegalBasis legalBasis,
        Set<Category> categories,
        Set<String> postcodeAreas,
        LocalDate from,
        Optional<LocalDate> until,
        Status status,
        boolean withheldNotice,
        boolean breakGlass) {

    /** A draft is written down but signed by no one: nothing leaves under it. */
    public enum Status {
        IN_FORCE,
        DRAFT
    }

    public Agreement {
        odsCodes = Set.copyOf(odsCodes);
        categories = Set.copyOf(categories);
        postcodeAreas = Set.copyOf(postcodeAreas);
    }

    /** Whether something may leave under it on this day. */
    public boolean isInForceOn(LocalDate day) {
        return status == Status.IN_FORCE && !day.isBefore(from) && !hasEndedBy(day);
    }

    boolean hasExpiredBy(LocalDate day) {
        return status == Status.IN_FORCE && hasEndedBy(day);
    }

    boolean isWith(Destination asked, Optional<String> recipientOds) {
        return asked.isCoveredBy(destination)
                && (odsCodes.isEmpty() || recipientOds.map(odsCodes::contains).orElse(true));
    }

    /** A child whose postcode area is unknown lies in no region. */
    boolean coversArea(Optional<String> postcodeArea) {
        return postcodeAreas.isEmpty()
                || postcodeArea.map(postcodeAreas::contains).orElse(false);
    }

    private boolean hasEndedBy(LocalDate day) {
        return until.map(day::isAfter).orElse(false);
    }
}
