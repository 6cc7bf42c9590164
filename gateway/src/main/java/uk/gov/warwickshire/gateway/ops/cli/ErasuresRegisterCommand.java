package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Done;

/** {@code erasures register}. */
@Command(
        name = "register",
        description = {
            "Prints every erasure that is done, as JSON that names nobody. Keep it outside the database, newer than the",
            "newest backup: with it what a restore brings back is erased again."
        },
        mixinStandardHelpOptions = true)
final class ErasuresRegisterCommand extends DatabaseCommand {
    @Override
    int run(CommandBeans beans) {
        List<Done> done = beans.get(ErasureRegister.class).done();
        print(done, JsonMapper.shared().writeValueAsString(done) + System.lineSeparator());
        return ExitCode.OK;
    }
}
