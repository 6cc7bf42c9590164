package uk.gov.warwickshire.gateway.ops.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch.Match;
import uk.gov.warwickshire.gateway.ops.messages.Act;
import uk.gov.warwickshire.gateway.ops.messages.Bulk;
import uk.gov.warwickshire.gateway.ops.messages.BulkActs;
import uk.gov.warwickshire.gateway.ops.messages.BulkPreview;
import uk.gov.warwickshire.gateway.ops.messages.BulkReader;
import uk.gov.warwickshire.gateway.ops.messages.MessageSearch;
import uk.gov.warwickshire.gateway.ops.messages.SearchCriteria;

/**
 * An act on deliveries, as the console does it: it is written down as an order, and the running gateway does it at its pace
 * and puts it into the log of acts. This command waits and says what came of it.
 */
abstract class ActCommand extends DatabaseCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 300;

    @Parameters(paramLabel = "<id>", arity = "0..*", description = "Ids of deliveries.")
    private List<UUID> ids = List.of();

    @Mixin
    private final MessageOptions options = new MessageOptions();

    @Option(names = "--reason", paramLabel = "<why>", required = true, description = "Why; recorded with your name.")
    private String why = "";

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--no-wait", description = "Do not wait until it is done.")
    private boolean noWait;

    private final Act act;

    ActCommand(Act act) {
        this.act = act;
    }

    /**
     * What came of it.
     *
     * @param order id of the act, empty for a dry run
     * @param state of the order
     */
    record Outcome(
            String order, String act, String state, int total, int done, int skipped, Map<String, Integer> leftOut) {}

    @Override
    final int run(CommandBeans beans) {
        if (ids.isEmpty() && !options.areGiven()) {
            throw new CommandFailedException(
                    "Name the deliveries, or say which with --state, --destination or --text.");
        }
        if (!ids.isEmpty() && options.areGiven()) {
            throw new CommandFailedException("Either name the deliveries or say which, not both.");
        }
        DeliverySearch search = beans.get(DeliverySearch.class);
        SearchCriteria criteria = options.criteria(Optional.empty());
        DeliveryFilter filter = MessageOptions.filter(criteria, search);
        List<Match> matches = search.matches(ids.isEmpty() ? filter : filter.only(ids), MessageSearch.MOST + 1);
        List<UUID> taken = BulkPreview.taken(act, matches);
        Map<String, Integer> leftOut = BulkPreview.skipped(act, matches);
        if (dryRun || taken.isEmpty()) {
            return tell(new Outcome("", act.name(), dryRun ? "DRY RUN" : "NOTHING TO DO", taken.size(), 0, 0, leftOut));
        }
        UUID order = beans.get(Ids.class).next();
        act(() -> beans.get(BulkActs.class)
                .ask(new BulkActs.Ask(
                        order,
                        act,
                        taken,
                        ids.isEmpty() ? criteria.inWords() : "named one by one",
                        beans.who().replace(" (command line)", ""),
                        why,
                        "command line")));
        return tell(outcome(noWait ? find(beans, order) : await(beans, order), leftOut));
    }

    /** As long as it goes on. Without a gateway that does it, it stays written down. */
    private static Bulk await(CommandBeans beans, UUID order) {
        Bulk last = find(beans, order);
        Instant moved = beans.clock().instant();
        while (last.state() == Bulk.State.RUNNING
                && Duration.between(moved, beans.clock().instant()).compareTo(PATIENCE) < 0) {
            pause();
            Bulk now = find(beans, order);
            if (now.waiting() != last.waiting()) {
                moved = beans.clock().instant();
            }
            last = now;
        }
        return last;
    }

    private static Bulk find(CommandBeans beans, UUID order) {
        return beans.get(BulkReader.class)
                .find(order)
                .orElseThrow(() -> new CommandFailedException("The order is not there any more."));
    }

    private Outcome outcome(Bulk bulk, Map<String, Integer> leftOut) {
        return new Outcome(
                bulk.id().toString(),
                act.name(),
                bulk.state().name(),
                bulk.total(),
                bulk.done(),
                bulk.skipped(),
                leftOut);
    }

    private int tell(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("%s: %d deliveries, %d done, %d left out on the way. %s%n"
                .formatted(outcome.state(), outcome.total(), outcome.done(), outcome.skipped(), meaning(outcome)));
        outcome.leftOut().forEach((because, count) -> text.append("Left out: %d, %s%n".formatted(count, because)));
        print(outcome, text);
        boolean complete = outcome.state().equals("DONE") || outcome.state().equals("DRY RUN");
        return complete && outcome.skipped() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static String meaning(Outcome outcome) {
        return switch (outcome.state()) {
            case "ASKED" -> "A second person has to agree at /console/messages/bulk/" + outcome.order() + ".";
            case "RUNNING" -> "A running gateway goes on with it; see /console/messages/bulk/" + outcome.order() + ".";
            default -> "";
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("Interrupted; the order stands and is done by a running gateway.");
        }
    }
}
