package uk.gov.warwickshire.gateway.cpis;

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
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** The ways of what is due at CP-IS for one person: the states of a delivery, on the way a file takes. */
public final class CpIsUploadStates {

    /** One way, with the words that say when it is taken. */
    public record Transition(DeliveryState from, DeliveryState to, String when) {}

    private static final List<Transition> GRAPH = List.of(
            new Transition(PENDING, CLEARED, "the gate clears it, and it stands in a file"),
            new Transition(PENDING, HELD, "no verified number, or another gap in the record"),
            new Transition(PENDING, WITHHELD, "no agreement covers it"),
            new Transition(PENDING, ACKNOWLEDGED, "CP-IS holds it already"),
            new Transition(PENDING, DEAD, "CP-IS has refused the very same record before"),
            new Transition(HELD, PENDING, "what held it has changed"),
            new Transition(CLEARED, SENT, "MESH has taken the file"),
            new Transition(CLEARED, RETRYING, "the file was given up"),
            new Transition(SENT, ACKNOWLEDGED, "CP-IS has loaded it"),
            new Transition(SENT, DEAD, "CP-IS has refused it"),
            new Transition(SENT, RETRYING, "CP-IS does not say whether it loaded it, or the file was given up"),
            new Transition(RETRYING, CLEARED, "it stands in a later file"),
            new Transition(RETRYING, HELD, "the record has a gap now"),
            new Transition(RETRYING, WITHHELD, "the gate, asked again, withholds it"),
            new Transition(RETRYING, ACKNOWLEDGED, "CP-IS holds it already"),
            new Transition(RETRYING, DEAD, "CP-IS has refused the very same record, or too many attempts"),
            new Transition(DEAD, RESUBMITTED, "the record has changed, or a person sends it again"),
            new Transition(DEAD, DISCARDED, "a person gives it up, with a reason"));

    private CpIsUploadStates() {}

    public static List<Transition> graph() {
        return GRAPH;
    }

    public static boolean allows(DeliveryState from, DeliveryState to) {
        return GRAPH.stream().anyMatch(way -> way.from() == from && way.to() == to);
    }

    /** The states from which the graph leads to this one. */
    static String[] before(DeliveryState to) {
        return GRAPH.stream()
                .filter(way -> way.to() == to)
                .map(way -> way.from().name())
                .toArray(String[]::new);
    }

    /** The graph in the language of Graphviz. */
    public static String asDot() {
        return GRAPH.stream()
                .map(way -> "  %s -> %s [label=\"%s\"];".formatted(way.from(), way.to(), way.when()))
                .collect(Collectors.joining("\n", "digraph cpis_upload {\n  rankdir=LR;\n", "\n}\n"));
    }
}
