package uk.gov.warwickshire.gateway.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a record.
 *
 * @param types empty: all
 * @param count entries of a page; empty: all in one
 * @param after the entry with which the page before ended, as its place in the order
 */
record EverythingRequest(
        Parameters parameters, Set<String> types, Instant since, Optional<Integer> count, Optional<String> after) {

    EverythingRequest {
        types = Set.copyOf(types);
    }
}
