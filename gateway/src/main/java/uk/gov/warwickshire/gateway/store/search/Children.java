package uk.gov.warwickshire.gateway.store.search;

import java.util.List;

/**
 * Children a search is about.
 *
 * @param more there are more than the limit: the search is to be refused as too wide
 */
public record Children(List<String> ids, boolean more) {
    public Children {
        ids = List.copyOf(ids);
    }
}
