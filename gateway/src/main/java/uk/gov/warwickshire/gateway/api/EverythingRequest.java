package uk.gov.warwickshire.gateway.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a record.
 *
 * @param types empty: all
 * @param count entries of a page; empty: all in one
 * @param skipped how many entries came before
 */
record EverythingRequest(
        Parameters parameters, Set<String> types, Instant since, Optional<Integer> count, int skipped) {

    EverythingRequest {
        types = Set.copyOf(types);
    }
}
