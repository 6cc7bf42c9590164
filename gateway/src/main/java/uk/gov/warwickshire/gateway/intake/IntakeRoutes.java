package uk.gov.warwickshire.gateway.intake;

import java.io.File;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** From the inbox into the database, and from there, lane by lane, into records. */
@Component
class IntakeRoutes extends RouteBuilder {

    /** A file that has not grown for this long is complete. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final BatchRunner runner;
    private final long poll;

    IntakeRoutes(Inbox inbox, BatchRunner runner, GatewaySettings settings) {
        this.inbox = inbox;
        this.runner = runner;
        this.poll = settings.intake().poll().toMillis();
    }

    @Override
    public void configure() {
        for (Format format : Format.values()) {
            inboxRoute(format);
        }
        for (Format.Lane lane : Format.Lane.values()) {
            laneRoute(lane);
        }
        // spotless:off
        from("timer:intake-settle?period=" + poll)
            .routeId("intake-settle")
            .routeDescription("Moves files of finished batches to done or failed and writes their reports")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> inbox.settle());
        // spotless:on
    }

    private void inboxRoute(Format format) {
        // spotless:off
        from(fileUri(format))
            .routeId("intake-inbox-" + format.code())
            .routeDescription("Receives complete " + format.code() + " files from the inbox")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> inbox.take(format, exchange.getMessage().getMandatoryBody(File.class)));
        // spotless:on
    }

    private void laneRoute(Format.Lane lane) {
        String name = lane.name().toLowerCase(Locale.ROOT);
        // spotless:off
        from("timer:intake-" + name + "?period=" + poll)
            .routeId("intake-read-" + name)
            .routeDescription("Reads received batches of the lane " + name + ", one after another")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> runner.run(lane));
        // spotless:on
    }

    /** The bean moves the file itself, so Camel leaves it alone. */
    private String fileUri(Format format) {
        return "file:" + inbox.folder(format) + "?noop=true&idempotent=false&include=(?i).*\\." + format.extension()
                + "&readLock=changed&readLockMinAge=" + QUIET.toMillis() + "&readLockTimeout=" + QUIET.toMillis() * 5
                + "&delay=" + poll + "&initialDelay=" + poll;
    }
}
