package uk.gov.warwickshire.gateway.ops.cli;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.messages.MessageKind;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;
import uk.gov.warwickshire.gateway.ops.messages.SearchCriteria;
import uk.gov.warwickshire.gateway.ops.messages.TextScan;

/** Which deliveries a command is about. */
final class MessageOptions {

    @Option(names = "--state", description = "State of the delivery: ${COMPLETION-CANDIDATES}.")
    private @Nullable DeliveryState state;

    @Option(names = "--destination", paramLabel = "<code>", description = "Such as icr.coventry-warwickshire.")
    private @Nullable String destination;

    @Option(names = "--status", paramLabel = "<number>", description = "Last answer of the destination, such as 422.")
    private @Nullable Integer status;

    @Option(names = "--child", paramLabel = "<id>", description = "The council's id of the child.")
    private @Nullable String child;

    @Option(
            names = "--text",
            paramLabel = "<words>",
            description =
                    "Words of the error or the cause, among the newest " + TextScan.NEWEST + " that fit the rest.")
    private @Nullable String text;

    boolean areGiven() {
        return state != null || destination != null || status != null || child != null || text != null;
    }

    /**
     * @param reason public code of a reason
     * @throws CommandFailedException if an option makes no sense
     */
    SearchCriteria criteria(Optional<String> reason) {
        if (reason.filter(code -> PublicReason.names(code).isEmpty()).isPresent()) {
            throw new CommandFailedException(
                    "There is no reason of that name. There are: " + String.join(", ", PublicReason.stopping()) + ".");
        }
        return new SearchCriteria(
                MessageKind.DELIVERY,
                text == null ? "" : text,
                state == null ? Set.of() : Set.of(state),
                destination(),
                reason,
                Optional.empty(),
                Optional.ofNullable(child),
                Optional.ofNullable(status),
                Optional.empty(),
                Optional.empty());
    }

    /** The command line does not open the index, which a running gateway has for itself. */
    static DeliveryFilter filter(SearchCriteria criteria, DeliverySearch search) {
        DeliveryFilter exact = criteria.filter();
        return criteria.hasText() ? exact.only(new TextScan(search).ids(criteria)) : exact;
    }

    private Optional<Destination> destination() {
        try {
            return Optional.ofNullable(destination).map(Destination::new);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("There is no destination of that name.");
        }
    }
}
