package uk.gov.warwickshire.gateway.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.gov.warwickshire.mappings.trace.MappingExamples;
import uk.gov.warwickshire.mappings.trace.MappingRegister;
import uk.gov.warwickshire.mappings.trace.MappingTables;

/** {@code mapping-tables}: which FHIR elements each source column has an effect on. */
@Command(
        name = "mapping-tables",
        description = "Prints, as Markdown, what becomes of every source column in this version.",
        mixinStandardHelpOptions = true)
final class MappingTablesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(MappingTables.markdown(MappingRegister.STANDARD.columns(), MappingExamples.load()));
        return ExitCode.OK;
    }
}
