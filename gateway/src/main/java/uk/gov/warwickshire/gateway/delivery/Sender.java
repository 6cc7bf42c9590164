package uk.gov.warwickshire.gateway.delivery;

import java.util.Set;
import uk.gov.warwickshire.gateway.common.Destination;

/** Brings messages to destinations. Called from many threads, with no transaction open. */
public interface Sender {

    Set<Destination> destinations();

    /** How many messages may be on the way to the destination at once. */
    int connections(Destination destination);

    /** Makes one attempt and says what came of it; never throws for what the partner or the network does. */
    SendResult send(OutboundMessage message);
}
