package uk.gov.warwickshire.gateway.ops.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run in this process, and what it said. */
record Ran(int exitCode, String out, String err) {

    static Ran of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = CommandLineInterface.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
