package uk.gov.warwickshire.gateway.ops.console.messages;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch.Match;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.Sender;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.ops.messages.Act;
import uk.gov.warwickshire.gateway.ops.messages.MessageFollower;
import uk.gov.warwickshire.gateway.ops.messages.MessageKind;
import uk.gov.warwickshire.gateway.ops.messages.MessageSearch;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;
import uk.gov.warwickshire.gateway.ops.messages.SearchCriteria;

/** Looks for deliveries, batches and decisions. */
@Controller
class SearchPage {

    private static final int SHOWN = 50;

    private final MessageSearch search;
    private final MessageFollower follower;
    private final List<String> destinations;

    SearchPage(MessageSearch search, MessageFollower follower, List<Sender> senders) {
        this.search = search;
        this.follower = follower;
        this.destinations = senders.stream()
                .flatMap(sender -> sender.destinations().stream())
                .map(Destination::code)
                .sorted()
                .toList();
    }

    @GetMapping("/console/messages")
    String show(
            @RequestParam Map<String, String> request,
            @RequestParam(name = "before", defaultValue = "") String before,
            Model model) {
        SearchForm form = SearchForm.of(request);
        SearchCriteria criteria = form.criteria();
        model.addAttribute("form", form);
        model.addAttribute("freshness", follower.freshness());
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("destinations", destinations(criteria.what()));
        model.addAttribute("reasons", PublicReason.stopping());
        model.addAttribute("isFirstPage", before.isEmpty());
        model.addAttribute(
                "facets", facets(form, criteria.what() == MessageKind.BATCH ? Map.of() : search.facets(criteria)));
        switch (criteria.what()) {
            case DELIVERY -> deliveries(form, criteria, id(before), model);
            case BATCH -> batches(form, criteria, time(before), model);
            case DECISION -> decisions(form, criteria, id(before), model);
        }
        return "console/messages/search";
    }

    /** Decisions on CP-IS are here, its deliveries are on pages of their own. */
    private List<String> destinations(MessageKind what) {
        return what == MessageKind.DECISION
                ? Stream.concat(Stream.of(Destination.CP_IS.code()), destinations.stream())
                        .toList()
                : destinations;
    }

    private void deliveries(SearchForm form, SearchCriteria criteria, Optional<UUID> before, Model model) {
        DeliveryFilter filter = search.filter(criteria);
        List<Match> matches = search.matches(filter);
        List<Delivery> found = search.page(filter, before, SHOWN + 1);
        List<Delivery> shown = found.stream().limit(SHOWN).toList();
        Set<String> children = shown.stream().map(Delivery::childId).collect(Collectors.toSet());
        Set<String> atRisk = search.atRisk(children);
        model.addAttribute("summary", search.summary(matches));
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(delivery -> MessageRow.of(delivery, atRisk.contains(delivery.childId())))
                        .toList());
        model.addAttribute(
                "acts",
                Arrays.stream(Act.values())
                        .filter(act -> form.unreadable().isEmpty())
                        .filter(act -> matches.stream().anyMatch(match -> match.state() == act.from()))
                        .toList());
        next(form, found, Delivery::id, model);
    }

    private void batches(SearchForm form, SearchCriteria criteria, Optional<Instant> before, Model model) {
        List<Batch> found = search.batches(criteria, before, SHOWN + 1);
        model.addAttribute("rows", found.stream().limit(SHOWN).toList());
        next(form, found, Batch::receivedAt, model);
    }

    private void decisions(SearchForm form, SearchCriteria criteria, Optional<UUID> before, Model model) {
        // What is held or withheld under one word is both: no single outcome narrows it.
        Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(form.state()))
                .findFirst();
        List<LedgerEntry> found = search.decisions(criteria, outcome, before, SHOWN + 1);
        model.addAttribute(
                "rows", found.stream().limit(SHOWN).map(DecisionRow::of).toList());
        next(form, found, LedgerEntry::id, model);
    }

    private static <T> void next(SearchForm form, List<T> found, Function<T, Object> position, Model model) {
        boolean more = found.size() > SHOWN;
        model.addAttribute(
                "next",
                more ? form.with("before", position.apply(found.get(SHOWN - 1)).toString()) : "");
    }

    /** A facet with a link for each value, as the template lists it. */
    public record Facet(String title, List<Value> values) {}

    /** @param chosen whether the search is narrowed to it already */
    public record Value(String name, long count, String link, boolean chosen) {}

    private static List<Facet> facets(SearchForm form, Map<String, Map<String, Long>> counted) {
        List<Facet> facets = new ArrayList<>();
        counted.forEach((field, values) -> {
            if (values.isEmpty()) {
                return;
            }
            String chosen = form.fields().getOrDefault(field, "");
            facets.add(new Facet(
                    field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1),
                    values.entrySet().stream()
                            .map(value -> new Value(
                                    value.getKey().equals(SearchForm.STOPPED)
                                            ? "HELD or WITHHELD"
                                            : value.getKey().replace('_', ' '),
                                    value.getValue(),
                                    form.with(field, chosen.equals(value.getKey()) ? "" : value.getKey()),
                                    chosen.equals(value.getKey())))
                            .toList()));
        });
        return facets;
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
