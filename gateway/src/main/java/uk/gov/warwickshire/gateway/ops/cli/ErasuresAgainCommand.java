package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Done;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Repeated;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureSteps;

/** {@code erasures again}. */
@Command(
        name = "again",
        description = {
            "After a restore to an earlier time: begins again every erasure of the register that the database has forgotten.",
            "Exit code 1 if one is blocked."
        },
        mixinStandardHelpOptions = true)
final class ErasuresAgainCommand extends DatabaseCommand {

    @Parameters(arity = "0..1", paramLabel = "<file>", description = "The register; standard input if not given.")
    private @Nullable Path file;

    @Override
    int run(CommandBeans beans) {
        Repeated repeated = beans.get(ErasureRegister.class).again(register());
        // Shut before a gateway starts: no partner is shown, and no region sent, what had been erased.
        beans.get(ErasureSteps.class).advance();
        TextTable table = new TextTable("what", "number");
        table.row("known to the database", repeated.known());
        table.row("kept out again", repeated.tombstonesLaid());
        table.row("begun again", repeated.begun());
        repeated.waiting().forEach(one -> table.row("blocked", one));
        print(repeated, table.toString());
        return repeated.waiting().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<Done> register() {
        try {
            return List.of(JsonMapper.shared().readValue(InputFile.read(file), Done[].class));
        } catch (JacksonException unreadable) {
            throw new CommandFailedException("This is not a register of erasures.");
        }
    }
}
