package uk.gov.warwickshire.gateway.cpis;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When changes become a file, and when the calendar is looked at; the mailbox's own route sends and receives. */
@Component
class CpIsRoutes extends RouteBuilder {

    /** A day begins once; a look that finds nothing costs one query. */
    private static final Duration CALENDAR = Duration.ofMinutes(10);

    private final FileBuilder files;
    private final DailyEvaluation daily;
    private final CpIsRules rules;

    CpIsRoutes(FileBuilder files, DailyEvaluation daily, CpIsRules rules) {
        this.files = files;
        this.daily = daily;
        this.rules = rules;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:cp-is-collect?period=" + rules.settings().collect().toMillis())
            .routeId("Write CP-IS upload files")
            .routeDescription("Decides on everyone who is due at CP-IS and writes the next file")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> files.build());

        from("timer:cp-is-calendar?period=" + CALENDAR.toMillis())
            .routeId("Look at birthdays and ends of plans")
            .routeDescription("Evaluates every child once a day and makes due whoever CP-IS does not hold as it should")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> daily.run());
        // spotless:on
    }
}
