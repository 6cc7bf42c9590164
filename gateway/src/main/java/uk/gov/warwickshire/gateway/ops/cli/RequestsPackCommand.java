package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.pack.ReviewItem;
import uk.gov.warwickshire.gateway.rights.pack.SubjectAccessPacks;

/** {@code requests pack}. */
@Command(
        name = "pack",
        description = {
            "Puts the pack of a granted subject access request together, and lists what a person must decide about. What it",
            "prints concerns other people: do not send it to a file or a ticket. Exit code 1 while something is undecided."
        },
        mixinStandardHelpOptions = true)
final class RequestsPackCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Option(names = "--list", description = "Only list: keep the pack as it was put together.")
    private boolean listOnly;

    @Override
    int run(CommandBeans beans) {
        SubjectAccessPacks packs = beans.get(SubjectAccessPacks.class);
        if (!listOnly) {
            act(() -> packs.prepare(id, beans.who()));
        }
        List<ReviewItem> items = packs.find(id)
                .orElseThrow(() -> new CommandFailedException("The pack is not put together yet."))
                .items();
        TextTable table = new TextTable("item", "decision", "where", "what", "value", "why it is marked");
        items.forEach(item -> table.row(
                item.number(),
                item.decision()
                        .map(made -> made.release() ? "release" : "redact")
                        .orElse("?"),
                item.where(),
                item.label(),
                item.value(),
                item.reason().words()));
        print(items, table.toString());
        return items.stream().allMatch(item -> item.decision().isPresent()) ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
