package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What delivery says of each destination, and whether its books balance. */
@Component
class DeliverySource implements AlertSource {

    private static final String CP_IS = "cp-is";

    private final Figures figures;
    private final Clock clock;

    DeliverySource(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(
                AlertKind.BALANCE_MISMATCH,
                AlertKind.DEAD_LETTERS,
                AlertKind.DELIVERY_BACKLOG,
                AlertKind.OLDEST_HELD,
                AlertKind.REGION_DOWN);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        return rules.stream().flatMap(this::look).toList();
    }

    private Stream<FiringAlert> look(AlertRule rule) {
        return switch (rule.kind()) {
            case BALANCE_MISMATCH -> balance(rule);
            case DEAD_LETTERS -> above(rule, "gateway.delivery.dead", rule.number(), this::dead);
            case DELIVERY_BACKLOG -> above(rule, "gateway.delivery.backlog", rule.number(), this::backlog);
            case OLDEST_HELD ->
                above(rule, "gateway.oldest.held.seconds", rule.time().toSeconds(), this::held);
            default -> above(rule, "gateway.destination.failures", rule.number() - 1, this::down);
        };
    }

    private interface Words {
        FiringAlert of(AlertRule rule, String destination, long value);
    }

    private static String page(String destination, String state) {
        return destination.equals(CP_IS)
                ? "/console/cp-is"
                : "/console/messages?state=" + state + "&destination=" + destination;
    }

    private Stream<FiringAlert> above(AlertRule rule, String meter, long limit, Words words) {
        return figures.byDestination(meter).entrySet().stream()
                .filter(figure -> figure.getValue() > limit)
                .map(Map.Entry::getKey)
                .map(destination -> words.of(rule, destination, (long) value(meter, destination)));
    }

    private double value(String meter, String destination) {
        return figures.byDestination(meter).getOrDefault(destination, 0.0);
    }

    private Stream<FiringAlert> balance(AlertRule rule) {
        long days = (long) figures.only("gateway.balance.mismatches");
        return days == 0
                ? Stream.empty()
                : Stream.of(rule.fires(
                        "",
                        "The books do not balance: a delivery is not accounted for",
                        "Note day and destination and do not resend anything by hand; the log names the figures. Call"
                                + " those who maintain the gateway",
                        "/console",
                        days,
                        now()));
    }

    private FiringAlert dead(AlertRule rule, String destination, long value) {
        return rule.fires(
                destination,
                InWords.count(value, "delivery").replace("deliverys", "deliveries") + " to " + destination
                        + " could not be made",
                "Look at the error they have in common; when its cause is mended, resubmit them, or discard them with a"
                        + " reason",
                page(destination, "DEAD"),
                value,
                now());
    }

    private FiringAlert backlog(AlertRule rule, String destination, long value) {
        return rule.fires(
                destination,
                "More than " + rule.number() + " deliveries to " + destination + " wait",
                "If the destination is down it will drain by itself once it is back; if it is merely slow, ask the"
                        + " partner or allow more connections",
                page(destination, "PENDING"),
                value,
                now());
    }

    private FiringAlert held(AlertRule rule, String destination, long value) {
        return rule.fires(
                destination,
                "Something for " + destination + " has been held for longer than " + InWords.of(rule.time()),
                "See the reasons: a missing or unverified NHS number is mended in the council's system, an unknown"
                        + " opt-out status by the next answer of the check service",
                page(destination, "HELD"),
                1,
                now().minusSeconds(value));
    }

    private FiringAlert down(AlertRule rule, String destination, long value) {
        return rule.fires(
                destination,
                destination + " does not answer: " + value + " attempts in a row have failed",
                "Nothing is lost: everything waits and is sent once it answers. Ring the partner's service desk; check"
                        + " our certificate and network if the partner is well",
                page(destination, "RETRYING"),
                value,
                now());
    }

    private Instant now() {
        return clock.instant();
    }
}
