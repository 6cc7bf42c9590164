package uk.gov.warwickshire.gateway.mesh;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** One route for each room that owns a mailbox. */
@Component
class MeshPollRoutes extends RouteBuilder {

    private final MeshMailboxes mailboxes;
    private final List<MeshMessageHandler> handlers;
    private final long period;

    MeshPollRoutes(MeshMailboxes mailboxes, ObjectProvider<MeshMessageHandler> handlers, GatewaySettings settings) {
        this.mailboxes = mailboxes;
        this.handlers = handlers.stream().toList();
        this.period = settings.mesh().poll().toMillis();
    }

    @Override
    public void configure() {
        handlers.forEach(this::poll);
    }

    private void poll(MeshMessageHandler handler) {
        String name = handler.mailbox();
        MeshMailbox mailbox = mailboxes.named(name);
        // spotless:off
        from("timer:mesh-" + name + "?period=" + period)
            .routeId("Poll MESH mailbox " + name)
            .routeDescription("Sends what waits for the mailbox, stores and acknowledges what has arrived, and hands it on")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> mailbox.poll(handler));
        // spotless:on
    }
}
