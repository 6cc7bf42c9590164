package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.CpIsFile;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.OpenDeliveries;
import uk.gov.warwickshire.gateway.delivery.Sender;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.ops.console.CouncilTimes;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;
import uk.gov.warwickshire.gateway.ops.console.now.Station.Condition;
import uk.gov.warwickshire.gateway.optout.Exchange;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;

/** Draws the flow from rates, deliveries and what needs a person. */
@Component
class FlowReader {

    private static final int LATEST = 20;

    private final Rates rates;
    private final Batches batches;
    private final OptOutExchanges exchanges;
    private final CpIsFiles files;
    private final CouncilTimes times;
    private final Set<String> destinations;

    FlowReader(
            Rates rates,
            Batches batches,
            OptOutExchanges exchanges,
            CpIsFiles files,
            CouncilTimes times,
            List<Sender> senders) {
        this.rates = rates;
        this.batches = batches;
        this.exchanges = exchanges;
        this.files = files;
        this.times = times;
        this.destinations = senders.stream()
                .flatMap(sender -> sender.destinations().stream())
                .map(Destination::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Flow read(List<OpenDeliveries> open, List<Concern> concerns) {
        List<Station> exits = new ArrayList<>();
        exits.add(cpIs(concerns));
        destinations.forEach(code -> exits.add(destination(new Destination(code), open, concerns)));
        exits.add(api());
        return new Flow(intake(concerns), store(), gate(open), optOut(concerns), exits);
    }

    private Station intake(List<Concern> concerns) {
        List<Batch> latest = batches.latest(LATEST);
        long reading = latest.stream().filter(batch -> !batch.state().isFinal()).count();
        String last = latest.stream()
                .findFirst()
                .map(batch -> "last file " + times.since(batch.receivedAt()) + " ago")
                .orElse("no file yet");
        return new Station(
                "Intake",
                List.of(
                        minute("intake.changed", "changed"),
                        minute("intake.rejected", "rejected"),
                        reading > 0 ? reading + " being read" : last),
                concerns.stream().anyMatch(concern -> concern.link().startsWith("/console/intake"))
                        ? Condition.STOPPED
                        : Condition.WORKS,
                "/console/intake");
    }

    private Station store() {
        return new Station(
                "Mapping and store",
                List.of(
                        minute("intake.changed", "written"),
                        minute("intake.unchanged", "unchanged"),
                        "every version is kept"),
                Condition.WORKS,
                "/console/intake");
    }

    private Station gate(List<OpenDeliveries> open) {
        long held = count(open, Set.of(DeliveryState.HELD));
        return new Station(
                "Disclosure gate",
                List.of(minute("gate.sent", "cleared"), minute("gate.withheld", "withheld"), held + " held now"),
                Condition.WORKS,
                "/console/policy");
    }

    private Station optOut(List<Concern> concerns) {
        String last = exchanges.latest(LATEST).stream()
                .filter(exchange -> exchange.answeredAt().isPresent())
                .findFirst()
                .flatMap(Exchange::answeredAt)
                .map(at -> "last answer " + times.since(at) + " ago")
                .orElse("no answer yet");
        long openFiles = exchanges.latest(LATEST).stream()
                .filter(exchange -> exchange.state().isOpen())
                .count();
        boolean stopped = concerns.stream()
                .anyMatch(concern -> concern.link().equals("/console/opt-out") && concern.urgency() == Urgency.STOPPED);
        return new Station(
                "Opt-out exchange",
                List.of(last, openFiles + (openFiles == 1 ? " file awaits" : " files await") + " an answer"),
                stopped ? Condition.STOPPED : Condition.WORKS,
                "/console/opt-out");
    }

    private Station cpIs(List<Concern> concerns) {
        long alarms = concerns.stream()
                .filter(concern -> concern.urgency() == Urgency.CP_IS)
                .count();
        String last = files.latest(1).stream()
                .findFirst()
                .map(file ->
                        "file " + file.sequence() + " " + state(file) + ", " + times.since(file.createdAt()) + " old")
                .orElse("no file yet");
        return new Station(
                "CP-IS",
                List.of(alarms + (alarms == 1 ? " alarm" : " alarms"), last),
                alarms > 0 ? Condition.STOPPED : Condition.WORKS,
                "/console/cp-is");
    }

    private static String state(CpIsFile file) {
        return file.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Station destination(Destination destination, List<OpenDeliveries> open, List<Concern> concerns) {
        List<OpenDeliveries> own = open.stream()
                .filter(one -> one.destination().equals(destination))
                .toList();
        long dead = count(own, Set.of(DeliveryState.DEAD));
        long retrying = count(own, Set.of(DeliveryState.RETRYING));
        long waiting = count(own, Set.of(DeliveryState.PENDING, DeliveryState.CLEARED)) + retrying;
        String title = Titles.of(destination);
        boolean stopped = dead > 0
                || concerns.stream()
                        .anyMatch(concern -> concern.urgency() == Urgency.STOPPED
                                && concern.title().startsWith(title));
        return new Station(
                title,
                List.of(
                        minute(destination.code() + ".acknowledged", "confirmed"),
                        waiting + " wait, " + retrying + " tried again, " + dead + " dead"),
                stopped ? Condition.STOPPED : retrying > 0 ? Condition.WAITS : Condition.WORKS,
                "/console/messages?destination=" + destination.code());
    }

    private Station api() {
        return new Station(
                "Partner API",
                List.of(minute("api", "requests"), minute("api.SERVER_ERROR", "errors")),
                rates.perMinute("api.SERVER_ERROR") > 0 ? Condition.WAITS : Condition.WORKS,
                "/console/policy");
    }

    private static long count(List<OpenDeliveries> open, Set<DeliveryState> states) {
        return open.stream()
                .filter(one -> states.contains(one.state()))
                .mapToLong(OpenDeliveries::count)
                .sum();
    }

    private String minute(String key, String what) {
        return "%,.0f %s a minute".formatted(rates.perMinute(key), what);
    }
}
