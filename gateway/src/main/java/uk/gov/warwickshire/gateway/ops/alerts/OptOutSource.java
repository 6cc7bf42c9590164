package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.optout.Exchange;
import uk.gov.warwickshire.gateway.optout.ExchangeState;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;
import uk.gov.warwickshire.gateway.optout.OptOutOverview;
import uk.gov.warwickshire.gateway.optout.OptOutOverviews;

/** Whether the check service answers, and for how many children its answer can be used. */
@Component
class OptOutSource implements AlertSource {

    private static final String PAGE = "/console/opt-out";
    private static final int RECENT = 200;

    private final OptOutExchanges exchanges;
    private final OptOutOverviews overviews;
    private final Clock clock;

    OptOutSource(OptOutExchanges exchanges, OptOutOverviews overviews, Clock clock) {
        this.exchanges = exchanges;
        this.overviews = overviews;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.OPT_OUT_OVERDUE, AlertKind.OPT_OUT_COVERAGE);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.kind() == AlertKind.OPT_OUT_OVERDUE ? overdue(rule) : coverage(rule))
                .toList();
    }

    /** Those since the last answer: an answer proves that the service is back, and the numbers were asked again. */
    private Stream<FiringAlert> overdue(AlertRule rule) {
        List<Exchange> late = new ArrayList<>();
        for (Exchange exchange : exchanges.latest(RECENT)) {
            if (exchange.state() == ExchangeState.ANSWERED) {
                break;
            }
            if (exchange.state() == ExchangeState.OVERDUE) {
                late.add(exchange);
            }
        }
        return late.size() <= rule.number()
                ? Stream.empty()
                : Stream.of(rule.fires(
                        "",
                        "The opt-out check service has not answered in time",
                        "The numbers are asked again by themselves and children without a status stay held. If the next"
                                + " file stays without an answer too, ring the MESH helpdesk with its file name",
                        PAGE,
                        late.size(),
                        late.get(late.size() - 1).createdAt()));
    }

    private Stream<FiringAlert> coverage(AlertRule rule) {
        OptOutOverview overview = overviews.read();
        long stale = overview.statuses().getOrDefault(OptOutOverview.STALE, 0L);
        long known =
                overview.statuses().values().stream().mapToLong(Long::longValue).sum() - stale;
        // A number that waits may have an old status too; counting it twice errs on the side of saying something.
        long wanted = known + overview.waiting();
        long usable = known - stale;
        return wanted == 0 || usable * 100 >= wanted * rule.number()
                ? Stream.empty()
                : Stream.of(rule.fires(
                        "",
                        "The opt-out status of fewer than " + rule.number() + " % of the children can be used",
                        "Deliveries that need a status are held until it is known. See when the check service last"
                                + " answered",
                        PAGE,
                        wanted - usable,
                        clock.instant()));
    }
}
