package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** One worker for each destination that some sender serves. */
@Component
class DeliveryWorkers implements DisposableBean {

    private final List<DeliveryWorker> workers;

    DeliveryWorkers(
            List<Sender> senders,
            JdbcTemplate jdbc,
            DecisionStep decisions,
            FinishStep finish,
            GatewaySettings settings,
            Ids ids,
            Clock clock) {
        this.workers = senders.stream()
                .flatMap(sender -> sender.destinations().stream()
                        .map(destination -> new DeliveryWorker(
                                destination, sender, jdbc, decisions, finish, settings.delivery(), ids.next(), clock)))
                .toList();
    }

    List<DeliveryWorker> all() {
        return workers;
    }

    @Override
    public void destroy() {
        workers.forEach(DeliveryWorker::close);
    }
}
