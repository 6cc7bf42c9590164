package uk.gov.warwickshire.gateway.ops.cli;

import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.pack.SubjectAccessPacks;

/** {@code requests item}. */
@Command(
        name = "item",
        description = "Decides about one item of a pack that concerns somebody else.",
        mixinStandardHelpOptions = true)
final class RequestsItemCommand extends DatabaseCommand {

    /** One of the two. */
    static final class What {
        @Option(names = "--release", description = "It goes out with the pack.")
        boolean release;

        @Option(names = "--redact", description = "It is left out, and the place says so.")
        boolean redact;
    }

    @Parameters(index = "0", paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Parameters(index = "1", paramLabel = "<item>", description = "Number of the item.")
    private int item;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private What what;

    @Mixin
    private final BecauseOption because = new BecauseOption();

    @Override
    int run(CommandBeans beans) {
        act(() -> beans.get(SubjectAccessPacks.class).decide(id, item, what.release, because.words(), beans.who()));
        return ExitCode.OK;
    }
}
