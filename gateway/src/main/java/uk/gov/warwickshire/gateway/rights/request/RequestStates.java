package uk.gov.warwickshire.gateway.rights.request;

import static uk.gov.warwickshire.gateway.rights.request.RequestState.COMPLETED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.CONFIRMED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.GRANTED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.LIFTED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.RECEIVED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.REFUSED;
import static uk.gov.warwickshire.gateway.rights.request.RequestState.WITHDRAWN;

import java.util.List;
import java.util.stream.Collectors;

/** The ways a request may go, as data. Every change of state is checked against them. */
public final class RequestStates {

    /** One way, with the words that say when it is taken. */
    public record Transition(RequestState from, RequestState to, String when) {}

    private static final List<Transition> GRAPH = List.of(
            new Transition(RECEIVED, CONFIRMED, "an officer confirms identity and capacity"),
            new Transition(RECEIVED, REFUSED, "who asks cannot be confirmed, or it is refused at once"),
            new Transition(RECEIVED, WITHDRAWN, "the person takes it back"),
            new Transition(CONFIRMED, GRANTED, "it is granted"),
            new Transition(CONFIRMED, REFUSED, "it is refused, with a ground"),
            new Transition(CONFIRMED, WITHDRAWN, "the person takes it back"),
            new Transition(GRANTED, COMPLETED, "it is carried out, and the proof is complete"),
            new Transition(GRANTED, GRANTED, "an erasure that was stopped or not approved is asked for again"),
            new Transition(GRANTED, REFUSED, "it turns out that it cannot be carried out, with a ground"),
            new Transition(GRANTED, WITHDRAWN, "the person takes it back before it is carried out"),
            new Transition(GRANTED, LIFTED, "it ends before the proof is complete"),
            new Transition(COMPLETED, LIFTED, "a restriction, objection or consent ends"));

    private RequestStates() {}

    public static List<Transition> graph() {
        return GRAPH;
    }

    public static boolean allows(RequestState from, RequestState to) {
        return GRAPH.stream().anyMatch(way -> way.from() == from && way.to() == to);
    }

    /** @throws IllegalStateException in words for the person who tried */
    static void require(RequestState from, RequestState to) {
        if (!allows(from, to)) {
            throw new IllegalStateException(
                    "A request that is " + from + " cannot become " + to + ". Look at the page again.");
        }
    }

    /** The graph in the language of Graphviz. */
    public static String asDot() {
        return GRAPH.stream()
                .map(way -> "  %s -> %s [label=\"%s\"];".formatted(way.from(), way.to(), way.when()))
                .collect(Collectors.joining("\n", "digraph request {\n  rankdir=LR;\n", "\n}\n"));
    }
}
