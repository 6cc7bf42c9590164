package uk.gov.warwickshire.gateway.cpis;

import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.ACKNOWLEDGED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.GIVEN_UP;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.PARTLY_ACKNOWLEDGED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.REFUSED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.SENDING;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.SENT;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.UNDELIVERED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.UNKNOWN;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.WRITTEN;

import java.util.List;
import java.util.stream.Collectors;

/** The ways an upload file may go, as data. Every change of state is checked against them. */
public final class CpIsFileStates {

    /** One way, with the words that say when it is taken. */
    public record Transition(CpIsFileState from, CpIsFileState to, String when) {}

    private static final List<Transition> GRAPH = List.of(
            new Transition(WRITTEN, SENDING, "its turn to be handed to MESH"),
            new Transition(WRITTEN, ACKNOWLEDGED, "CP-IS acknowledges an earlier sending after all"),
            new Transition(WRITTEN, PARTLY_ACKNOWLEDGED, "CP-IS acknowledges an earlier sending in part after all"),
            new Transition(WRITTEN, REFUSED, "CP-IS refuses an earlier sending after all"),
            new Transition(SENDING, SENT, "MESH has taken it"),
            new Transition(SENDING, WRITTEN, "MESH has certainly not taken it"),
            new Transition(SENDING, UNKNOWN, "the answer of MESH was lost, or the gateway stopped meanwhile"),
            new Transition(SENDING, UNDELIVERED, "MESH refuses it"),
            new Transition(SENT, ACKNOWLEDGED, "CP-IS has loaded every record (CPF02)"),
            new Transition(SENT, PARTLY_ACKNOWLEDGED, "CP-IS has returned some records (CPF03)"),
            new Transition(SENT, REFUSED, "CP-IS has loaded none (CPF01, CPF04, CPF06 or an unknown code)"),
            new Transition(
                    SENT, WRITTEN, "the same file again: Spine was unavailable (CPF05), or a person has it sent"),
            new Transition(SENT, UNDELIVERED, "MESH reports that it was not delivered, or not understood"),
            new Transition(UNKNOWN, SENT, "a person, or MESH, says that it arrived"),
            new Transition(UNKNOWN, ACKNOWLEDGED, "CP-IS acknowledges it after all"),
            new Transition(UNKNOWN, PARTLY_ACKNOWLEDGED, "CP-IS acknowledges it in part after all"),
            new Transition(UNKNOWN, REFUSED, "CP-IS has it and loaded none"),
            new Transition(UNKNOWN, WRITTEN, "it did not arrive (a person), or Spine was unavailable (CPF05)"),
            new Transition(UNKNOWN, UNDELIVERED, "MESH reports that it was not delivered"),
            new Transition(UNDELIVERED, WRITTEN, "a person has the same file sent again"),
            new Transition(UNDELIVERED, ACKNOWLEDGED, "CP-IS acknowledges it after all"),
            new Transition(UNDELIVERED, PARTLY_ACKNOWLEDGED, "CP-IS acknowledges it in part after all"),
            new Transition(UNDELIVERED, REFUSED, "CP-IS has it after all and loaded none"),
            new Transition(UNDELIVERED, GIVEN_UP, "a person gives it up, with a reason"),
            new Transition(REFUSED, WRITTEN, "a person has the same file sent again"),
            new Transition(REFUSED, GIVEN_UP, "a person gives it up, with a reason"));

    private CpIsFileStates() {}

    public static List<Transition> graph() {
        return GRAPH;
    }

    public static boolean allows(CpIsFileState from, CpIsFileState to) {
        return GRAPH.stream().anyMatch(way -> way.from() == from && way.to() == to);
    }

    /** @throws IllegalStateException if the graph has no such way */
    static void require(CpIsFileState from, CpIsFileState to) {
        if (!allows(from, to)) {
            throw new IllegalStateException("no way from " + from + " to " + to);
        }
    }

    /** The graph in the language of Graphviz. */
    public static String asDot() {
        return GRAPH.stream()
                .map(way -> "  %s -> %s [label=\"%s\"];".formatted(way.from(), way.to(), way.when()))
                .collect(Collectors.joining("\n", "digraph cpis_file {\n  rankdir=LR;\n", "\n}\n"));
    }
}
