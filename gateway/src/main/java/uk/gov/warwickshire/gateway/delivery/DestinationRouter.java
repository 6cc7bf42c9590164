package uk.gov.warwickshire.gateway.delivery;

import java.util.Set;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.store.ChildFacts;

/** Names the destinations that a child's record is due to, before any decision; the gate decides whether it leaves. */
public interface DestinationRouter {

    Set<Destination> destinations(ChildFacts child);
}
