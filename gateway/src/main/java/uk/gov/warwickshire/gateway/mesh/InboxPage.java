package uk.gov.warwickshire.gateway.mesh;

import java.util.List;
import java.util.Optional;

/**
 * One page of an inbox, oldest first.
 *
 * @param next where the next page continues; a page may be empty and still have a next one
 */
public record InboxPage(List<String> messageIds, Optional<String> next) {

    public InboxPage {
        messageIds = List.copyOf(messageIds);
    }
}
