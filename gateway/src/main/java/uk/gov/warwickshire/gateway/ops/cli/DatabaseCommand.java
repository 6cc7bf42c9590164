package uk.gov.warwickshire.gateway.ops.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A command that asks the gateway's database, and prints what it finds as text or JSON. */
abstract class DatabaseCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final Integer call() {
        try (CommandBeans beans = CommandBeans.connect()) {
            return run(beans);
        }
    }

    /** @return the exit code */
    abstract int run(CommandBeans beans);

    final void print(Object found, CharSequence text) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(found));
        } else {
            spec.commandLine().getOut().print(text);
        }
    }

    /** An act that the graph of states or a missing reason refuses is told in its own words. */
    static void act(Runnable act) {
        resultOf(() -> {
            act.run();
            return true;
        });
    }

    /** As {@link #act}, for an act that something comes of. */
    static <T> T resultOf(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalStateException | IllegalArgumentException refused) {
            throw new CommandFailedException(
                    "Not done: " + String.valueOf(refused.getMessage()).replaceFirst("\\.$", "") + ".");
        }
    }
}
