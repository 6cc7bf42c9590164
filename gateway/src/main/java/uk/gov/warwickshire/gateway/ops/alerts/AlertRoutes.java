package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** When the rules are looked at and when notices are sent. */
@Component
class AlertRoutes extends RouteBuilder {

    private static final Duration POST = Duration.ofSeconds(5);
    private static final Duration DAILY = Duration.ofDays(1);

    private final AlertEvaluation evaluation;
    private final AlertPost post;
    private final DatabaseAlarm database;
    private final Duration evaluate;

    AlertRoutes(AlertEvaluation evaluation, AlertPost post, DatabaseAlarm database, GatewaySettings settings) {
        this.evaluation = evaluation;
        this.post = post;
        this.database = database;
        this.evaluate = settings.alerts().evaluate();
    }

    @Override
    public void configure() {
        every("alert-evaluation", evaluate, "Looks at every alert rule", this::evaluate);
        every("alert-post", shorter(POST, evaluate), "Takes notices of alerts to e-mail and webhook", post::run);
        every("alert-tidy", DAILY, "Forgets notices after three months", post::tidy);
    }

    private void evaluate() {
        try {
            evaluation.run();
            database.reached();
        } catch (DataAccessException | TransactionException unreachable) {
            database.missed();
            throw unreachable;
        }
    }

    private void every(String id, Duration period, String description, Runnable work) {
        // spotless:off
        from("timer:" + id + "?period=" + period.toMillis() + "&delay=" + shorter(period, POST).toMillis())
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId(id)
            .routeDescription(description)
            .process(exchange -> work.run());
        // spotless:on
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
