package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Option;

/** Why somebody does what a command does. It is recorded with the act, and must name nobody. */
final class BecauseOption {

    @Option(names = "--because", required = true, description = "Why, in a sentence without names.")
    @SuppressWarnings("NullAway.Init") // required
    private String because;

    String words() {
        return because;
    }
}
