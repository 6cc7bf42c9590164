package uk.gov.warwickshire.gateway.delivery;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** When delivery works: each destination on a timer of its own, so that a slow one holds up no other. */
@Component
class DeliveryRoutes extends RouteBuilder {

    private final DeliveryWorkers workers;
    private final Reevaluation reevaluation;
    private final TermsCheck terms;
    private final BalanceCheck balance;
    private final Duration poll;

    DeliveryRoutes(
            DeliveryWorkers workers,
            Reevaluation reevaluation,
            TermsCheck terms,
            BalanceCheck balance,
            GatewaySettings settings) {
        this.workers = workers;
        this.reevaluation = reevaluation;
        this.terms = terms;
        this.balance = balance;
        this.poll = settings.delivery().poll();
    }

    @Override
    public void configure() {
        workers.all().forEach(this::deliver);
        every(
                "delivery-changes",
                poll,
                "Decides again on children about whom something changed",
                reevaluation::changes);
        every(
                "delivery-directory",
                Duration.ofMinutes(1),
                "Makes copies due that hold an older directory entry",
                reevaluation::directory);
        every("delivery-held", Duration.ofHours(6), "Decides again on what is held", reevaluation::held);
        every(
                "delivery-terms",
                Duration.ofMinutes(1),
                "Decides again where agreements or the policy changed, or a minimum age was reached",
                terms::check);
        every("delivery-balance", Duration.ofMinutes(5), "Checks that the books of deliveries balance", balance::check);
    }

    private void deliver(DeliveryWorker worker) {
        every(
                "delivery-" + worker.destination().code().replace('.', '-'),
                poll,
                "Decides, sends and finishes what is due at " + worker.destination(),
                worker::drain);
    }

    private void every(String id, Duration period, String description, Runnable work) {
        // spotless:off
        from("timer:" + id + "?period=" + period.toMillis() + "&delay=1000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId(id)
            .routeDescription(description)
            .process(exchange -> work.run());
        // spotless:on
    }
}
