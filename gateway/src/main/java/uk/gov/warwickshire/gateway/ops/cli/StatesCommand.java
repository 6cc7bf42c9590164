package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.gov.warwickshire.gateway.cpis.CpIsFileStates;
import uk.gov.warwickshire.gateway.cpis.CpIsUploadStates;
import uk.gov.warwickshire.gateway.delivery.DeliveryStates;

/** {@code states}: which states there are and the ways between them. */
@Command(
        name = "states",
        description =
                "Shows the states of deliveries, of uploads to CP-IS and of upload files, and the ways between them.",
        mixinStandardHelpOptions = true)
final class StatesCommand implements Callable<Integer> {

    /** Whose states. */
    enum Graph {
        DELIVERY,
        CP_IS_UPLOAD,
        CP_IS_FILE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How to print; text if neither is given. */
    static final class Format {
        @Option(names = "--graph", description = "For Graphviz.")
        boolean dot;

        @Option(names = "--mermaid", description = "For Mermaid.")
        boolean mermaid;
    }

    /** One way, from whichever graph. */
    private record Way(String from, String to, String when) {}

    @Parameters(
            arity = "0..1",
            paramLabel = "<graph>",
            description = "${COMPLETION-CANDIDATES}; delivery if not given.",
            defaultValue = "DELIVERY")
    @SuppressWarnings("NullAway.Init") // has a default
    private Graph graph;

    @ArgGroup(exclusive = true)
    private @Nullable Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(text());
        return ExitCode.OK;
    }

    private String text() {
        if (format != null && format.dot) {
            return switch (graph) {
                case DELIVERY -> DeliveryStates.asDot();
                case CP_IS_UPLOAD -> CpIsUploadStates.asDot();
                case CP_IS_FILE -> CpIsFileStates.asDot();
            };
        }
        if (format != null && format.mermaid) {
            return ways().stream()
                    .map(way -> "  %s --> %s : %s%n".formatted(way.from(), way.to(), way.when()))
                    .collect(Collectors.joining("", "stateDiagram-v2" + System.lineSeparator(), ""));
        }
        TextTable table = new TextTable("from", "to", "when");
        ways().forEach(way -> table.row(way.from(), way.to(), way.when()));
        return table.toString();
    }

    private List<Way> ways() {
        Stream<Way> ways =
                switch (graph) {
                    case DELIVERY ->
                        DeliveryStates.graph().stream()
                                .map(way -> new Way(way.from().name(), way.to().name(), way.when()));
                    case CP_IS_UPLOAD ->
                        CpIsUploadStates.graph().stream()
                                .map(way -> new Way(way.from().name(), way.to().name(), way.when()));
                    case CP_IS_FILE ->
                        CpIsFileStates.graph().stream()
                                .map(way -> new Way(way.from().name(), way.to().name(), way.when()));
                };
        return ways.toList();
    }
}
