package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.Balance;

/**
 * Everything that the page shows, as it was at one moment.
 *
 * @param day the day of the balance, of UTC
 */
record Snapshot(
        Instant at,
        LocalDate day,
        List<Concern> concerns,
        Flow flow,
        List<Balance> balances,
        List<RouteFigures.Figures> routes) {

    Snapshot {
        concerns = List.copyOf(concerns);
        balances = List.copyOf(balances);
        routes = List.copyOf(routes);
    }

    /** In one sentence, for those who hear the page. */
    public String summary() {
        return switch (concerns.size()) {
            case 0 -> "Nothing needs a person.";
            case 1 -> "One thing needs a person: " + concerns.get(0).title() + ".";
            default ->
                concerns.size() + " things need a person. First: "
                        + concerns.get(0).title() + ".";
        };
    }

    /** A destination as people say it. */
    public String title(Destination destination) {
        return Titles.of(destination);
    }

    /** Where its messages are seen. */
    public String link(Destination destination) {
        return destination.equals(Destination.CP_IS)
                ? "/console/cp-is"
                : "/console/messages?destination=" + destination.code();
    }

    /** The same as long as the page shows the same. */
    public String fingerprint() {
        return Integer.toHexString(List.of(concerns, flow, balances).hashCode());
    }
}
