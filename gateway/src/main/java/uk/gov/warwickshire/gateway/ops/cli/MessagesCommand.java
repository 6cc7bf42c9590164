package uk.gov.warwickshire.gateway.ops.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.messages.ErrorText;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;

/** {@code messages}: deliveries that fit, the newest first. */
@Command(
        name = "messages",
        description = {
            "Lists deliveries, the newest first. Shows codes and states, and nothing of a record. Exit code 1 if some of them are",
            "DEAD: those wait for a person (resubmit, discard)."
        },
        mixinStandardHelpOptions = true)
final class MessagesCommand extends DatabaseCommand {

    @Mixin
    private final MessageOptions options = new MessageOptions();

    @Option(names = "--reason", paramLabel = "<code>", description = "Why the gate stopped it, such as RESTRICTED.")
    private @Nullable String reason;

    @Option(names = "--limit", defaultValue = "50", description = "How many at most; ${DEFAULT-VALUE} if not given.")
    private int limit;

    /** @param why reason or failure, as anyone may see it */
    record Line(
            UUID id,
            Instant createdAt,
            String child,
            String destination,
            DeliveryState state,
            int attempts,
            String why) {}

    @Override
    int run(CommandBeans beans) {
        DeliverySearch search = beans.get(DeliverySearch.class);
        List<Line> lines = search
                .page(
                        MessageOptions.filter(options.criteria(Optional.ofNullable(reason)), search),
                        Optional.empty(),
                        limit)
                .stream()
                .map(MessagesCommand::line)
                .toList();
        TextTable table = new TextTable("id", "made", "child", "destination", "state", "attempts", "why");
        lines.forEach(line -> table.row(
                line.id(),
                line.createdAt(),
                line.child(),
                line.destination(),
                line.state(),
                line.attempts(),
                line.why()));
        print(lines, lines.isEmpty() ? "Nothing found.\n" : table.toString());
        return lines.stream().anyMatch(line -> line.state() == DeliveryState.DEAD) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static Line line(Delivery delivery) {
        boolean stopped = delivery.state() == DeliveryState.HELD || delivery.state() == DeliveryState.WITHHELD;
        String why = stopped
                ? delivery.reason()
                        .map(name -> PublicReason.ofName(name).code())
                        .orElse("")
                : ErrorText.of(delivery.lastStatus(), delivery.lastError());
        return new Line(
                delivery.id(),
                delivery.createdAt(),
                delivery.childId(),
                delivery.destination().code(),
                delivery.state(),
                delivery.attempts(),
                why);
    }
}
