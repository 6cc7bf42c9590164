package uk.gov.warwickshire.gateway.store.search;

import java.util.Optional;

/**
 * A reference as asked for: to a resource of ours by id, and type where it is said, or an absolute URL of another server.
 *
 * @param value the id, or the URL
 */
public record ReferenceValue(Optional<String> type, String value, boolean absolute) {}
