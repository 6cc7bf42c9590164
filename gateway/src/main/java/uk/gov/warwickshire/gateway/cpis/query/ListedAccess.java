package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An unscheduled access as the list shows it. Names and role are free text of the asking system.
 *
 * @param organisation ODS code
 */
public record ListedAccess(
        UUID id,
        Instant at,
        String organisation,
        String client,
        Optional<String> person,
        Optional<String> roleProfileId) {}
