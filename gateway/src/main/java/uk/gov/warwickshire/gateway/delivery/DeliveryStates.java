package uk.gov.warwickshire.gateway.delivery;

import static uk.gov.warwickshire.gateway.delivery.DeliveryState.ACKNOWLEDGED;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.CLEARED;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.DEAD;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.DISCARDED;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.HELD;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.PENDING;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.RESUBMITTED;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.RETRYING;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.SENT;
import static uk.gov.warwickshire.gateway.delivery.DeliveryState.WITHHELD;

import java.util.List;
import java.util.stream.Collectors;

/** The ways a delivery may go, as data. Every change of state is checked against them. */
public final class DeliveryStates {

    /** One way, with the words that say when it is taken. */
    public record Transition(DeliveryState from, DeliveryState to, String when) {}

    private static final List<Transition> GRAPH = List.of(
            new Transition(PENDING, CLEARED, "the gate clears it"),
            new Transition(PENDING, HELD, "the gate holds it"),
            new Transition(PENDING, WITHHELD, "the gate withholds it"),
            new Transition(PENDING, ACKNOWLEDGED, "an earlier message carried it"),
            new Transition(HELD, PENDING, "what held it has changed"),
            new Transition(CLEARED, SENT, "the destination has taken it"),
            new Transition(CLEARED, RETRYING, "the attempt failed or was cut off"),
            new Transition(RETRYING, SENT, "the destination has taken it"),
            new Transition(RETRYING, DEAD, "refused, or too many attempts"),
            new Transition(RETRYING, HELD, "the gate, asked again, holds it"),
            new Transition(RETRYING, WITHHELD, "the gate, asked again, withholds it"),
            new Transition(RETRYING, ACKNOWLEDGED, "an earlier message carried it"),
            new Transition(SENT, ACKNOWLEDGED, "the destination confirms it"),
            new Transition(SENT, RETRYING, "the destination answers later that it failed"),
            new Transition(DEAD, RESUBMITTED, "a person sends it again, as a new delivery"),
            new Transition(DEAD, DISCARDED, "a person gives it up, with a reason"));

    private DeliveryStates() {}

    public static List<Transition> graph() {
        return GRAPH;
    }

    public static boolean allows(DeliveryState from, DeliveryState to) {
        return GRAPH.stream().anyMatch(way -> way.from() == from && way.to() == to);
    }

    /** @throws IllegalStateException unless each step from one state of the path to the next is allowed */
    static void require(DeliveryState... path) {
        for (int i = 1; i < path.length; i++) {
            if (!allows(path[i - 1], path[i])) {
                throw new IllegalStateException("no way from " + path[i - 1] + " to " + path[i]);
            }
        }
    }

    /** The graph in the language of Graphviz. */
    public static String asDot() {
        return GRAPH.stream()
                .map(way -> "  %s -> %s [label=\"%s\"];".formatted(way.from(), way.to(), way.when()))
                .collect(Collectors.joining("\n", "digraph delivery {\n  rankdir=LR;\n", "\n}\n"));
    }
}
