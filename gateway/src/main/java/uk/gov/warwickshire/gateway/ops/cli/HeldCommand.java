package uk.gov.warwickshire.gateway.ops.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** {@code held}: what waits, where, and for what. */
@Command(
        name = "held",
        description = {
            "Counts the deliveries that are held or dead, by destination and reason, oldest first. Exit code 1 if there are dead",
            "ones: those wait for a person."
        },
        mixinStandardHelpOptions = true)
final class HeldCommand extends DatabaseCommand {

    private static final int MOST = 100_000;
    private static final int DAYS = 400;

    /** @param children how many different ones */
    record Waiting(
            String destination, DeliveryState state, String reason, long messages, long children, Instant oldest) {}

    @Override
    int run(CommandBeans beans) {
        LocalDate today = LocalDate.ofInstant(beans.clock().instant(), ZoneOffset.UTC);
        List<Destination> destinations = beans.get(Balances.class).between(today.minusDays(DAYS), today).stream()
                .map(balance -> balance.destination())
                .filter(destination -> !destination.equals(Destination.CP_IS))
                .distinct()
                .toList();
        DeliveryReader reader = beans.get(DeliveryReader.class);
        List<Waiting> waiting = new ArrayList<>();
        for (Destination destination : destinations) {
            for (DeliveryState state : List.of(DeliveryState.DEAD, DeliveryState.HELD)) {
                waiting.addAll(group(destination, state, reader.inState(destination, state, MOST)));
            }
        }
        TextTable table = new TextTable("destination", "state", "messages", "children", "oldest", "reason");
        waiting.forEach(one ->
                table.row(one.destination(), one.state(), one.messages(), one.children(), one.oldest(), one.reason()));
        print(
                waiting,
                waiting.isEmpty() ? "Nothing is held or dead. For CP-IS see `cp-is queue`.\n" : table.toString());
        return waiting.stream().anyMatch(one -> one.state() == DeliveryState.DEAD) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<Waiting> group(Destination destination, DeliveryState state, List<Delivery> deliveries) {
        Map<String, List<Delivery>> byReason =
                deliveries.stream().collect(Collectors.groupingBy(HeldCommand::why, TreeMap::new, Collectors.toList()));
        List<Waiting> waiting = new ArrayList<>();
        byReason.forEach((reason, group) -> waiting.add(new Waiting(
                destination.code(),
                state,
                reason,
                group.size(),
                group.stream().map(Delivery::childId).distinct().count(),
                group.stream().map(Delivery::createdAt).min(Instant::compareTo).orElse(Instant.EPOCH))));
        return waiting;
    }

    private static String why(Delivery delivery) {
        return delivery.state() == DeliveryState.HELD
                ? delivery.reason().orElse("")
                : delivery.lastStatus().map(status -> status + " ").orElse("")
                        + delivery.lastError().orElse("");
    }
}
