package uk.gov.warwickshire.gateway.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: given without one of them it is wrong usage, and says what to add. */
abstract class CommandGroup implements Callable<Integer> {

    private final String whatToAdd;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @param whatToAdd a sentence for people */
    CommandGroup(String whatToAdd) {
        this.whatToAdd = whatToAdd;
    }

    @Override
    public final Integer call() {
        throw new ParameterException(spec.commandLine(), whatToAdd);
    }
}
