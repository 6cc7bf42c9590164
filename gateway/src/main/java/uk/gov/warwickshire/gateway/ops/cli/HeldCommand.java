package uk.gov.warwickshire.gateway.ops.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.messages.ErrorText;

/** {@code held}: what waits, where, and for what. */
@Command(
        name = "held",
        description = {
            "Counts the deliveries that are dead, tried again or held, by destination and cause, with the children they concern.",
            "Exit code 1 if there are dead ones: those wait for a person."
        },
        mixinStandardHelpOptions = true)
final class HeldCommand extends DatabaseCommand {

    private static final int MOST = 100_000;
    private static final int DAYS = 400;
    private static final List<DeliveryState> STATES =
            List.of(DeliveryState.DEAD, DeliveryState.RETRYING, DeliveryState.HELD);

    @Option(names = "--destination", paramLabel = "<code>", description = "That one alone, e.g. icr.<region>.")
    private Optional<String> only = Optional.empty();

    /**
     * @param children how many different ones
     * @param atRisk how many of them are on a child protection plan or looked after
     */
    record Waiting(
            String destination,
            DeliveryState state,
            String reason,
            long messages,
            long children,
            long atRisk,
            Instant oldest) {}

    @Override
    int run(CommandBeans beans) {
        LocalDate today = LocalDate.ofInstant(beans.clock().instant(), ZoneOffset.UTC);
        List<Destination> destinations = beans.get(Balances.class).between(today.minusDays(DAYS), today).stream()
                .map(balance -> balance.destination())
                .filter(destination -> !destination.equals(Destination.CP_IS))
                .filter(destination -> only.map(destination.code()::equals).orElse(true))
                .distinct()
                .toList();
        DeliveryReader reader = beans.get(DeliveryReader.class);
        ChildrenAtRisk atRisk = beans.get(ChildrenAtRisk.class);
        List<Waiting> waiting = new ArrayList<>();
        for (Destination destination : destinations) {
            for (DeliveryState state : STATES) {
                waiting.addAll(group(destination, state, reader.inState(destination, state, MOST), atRisk));
            }
        }
        TextTable table = new TextTable("destination", "state", "messages", "children", "at risk", "oldest", "reason");
        waiting.forEach(one -> table.row(
                one.destination(),
                one.state(),
                one.messages(),
                one.children(),
                one.atRisk(),
                one.oldest(),
                one.reason()));
        print(waiting, waiting.isEmpty() ? "Nothing waits. For CP-IS see `cp-is queue`.\n" : table.toString());
        return waiting.stream().anyMatch(one -> one.state() == DeliveryState.DEAD) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<Waiting> group(
            Destination destination, DeliveryState state, List<Delivery> deliveries, ChildrenAtRisk atRisk) {
        Map<String, List<Delivery>> byReason =
                deliveries.stream().collect(Collectors.groupingBy(HeldCommand::why, TreeMap::new, Collectors.toList()));
        List<Waiting> waiting = new ArrayList<>();
        byReason.forEach((reason, group) -> {
            Set<String> children = group.stream().map(Delivery::childId).collect(Collectors.toSet());
            waiting.add(new Waiting(
                    destination.code(),
                    state,
                    reason,
                    group.size(),
                    children.size(),
                    atRisk.among(children).size(),
                    group.stream()
                            .map(Delivery::createdAt)
                            .min(Instant::compareTo)
                            .orElse(Instant.EPOCH)));
        });
        return waiting;
    }

    /** Of what a destination said nothing but codes: its words may quote the record, and differ for one and the same cause. */
    private static String why(Delivery delivery) {
        return delivery.state() == DeliveryState.HELD
                ? delivery.reason().orElse("")
                : ErrorText.of(delivery.lastStatus(), delivery.lastError());
    }
}
