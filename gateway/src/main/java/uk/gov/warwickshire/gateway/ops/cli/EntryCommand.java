package uk.gov.warwickshire.gateway.ops.cli;

import java.util.Map;
import java.util.UUID;

/** A command that enters something new, and prints the id it is known by from then on. */
abstract class EntryCommand extends DatabaseCommand {

    @Override
    final int run(CommandBeans beans) {
        UUID id = resultOf(() -> enter(beans));
        print(Map.of("id", id), id + System.lineSeparator());
        return ExitCode.OK;
    }

    /** @return the id of what is entered */
    abstract UUID enter(CommandBeans beans);
}
