package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditQuery;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditRecord;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureLedger;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * To whom, when, why and under which policy: the ledger and the audit in plain words. What the national opt-out check
 * answered is told to nobody, here neither: whatever rests on it reads the same as other passing hindrances.
 */
@Component
class DisclosureSections {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final int ALL = 1_000_000;
    private static final String PERSON = "Person";
    private static final String NOT_NAMED = "not named by the application";

    private final DisclosureLedger ledger;
    private final AuditReader audit;

    DisclosureSections(DisclosureLedger ledger, AuditReader audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    List<PackSection> sections(String childId, Instant now, ReviewList review) {
        List<LedgerEntry> decisions = ledger.ofChild(childId, ALL);
        return List.of(sent(decisions), seen(childId, now, decisions, review), keptBack(decisions));
    }

    private static PackSection sent(List<LedgerEntry> decisions) {
        Occasions occasions = new Occasions();
        decisions.stream()
                .filter(entry -> entry.kind() != Disclosure.Kind.ANSWER && entry.outcome() == Outcome.SENT)
                .forEach(entry -> occasions.add(
                        new PackEntry(
                                Labels.destination(entry.destination()),
                                List.of(
                                        PackLine.of(
                                                "What",
                                                entry.kind() == Disclosure.Kind.WITHDRAWAL
                                                        ? "Deletion of what was sent before"
                                                        : categories(entry)),
                                        PackLine.of("Why", why(entry)),
                                        PackLine.of("Policy", entry.policyVersion()))),
                        entry.decidedAt()));
        return new PackSection(
                "What was sent, and to whom",
                "Each time the record, or a change of it, was sent to another organisation's system, newest first. A"
                        + " deletion tells that organisation to remove what it was sent before.",
                occasions.entries(Occasions.NOBODY));
    }

    private PackSection seen(String childId, Instant now, List<LedgerEntry> decisions, ReviewList review) {
        Map<UUID, LedgerEntry> byId =
                decisions.stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity(), (a, b) -> a));
        Occasions occasions = new Occasions();
        looks(childId, now).forEach(looked -> occasions.add(look(looked, byId), looked.recordedAt()));
        return new PackSection(
                "Who looked at the record",
                "Each time somebody asked this system about the child and was shown something, newest first.",
                occasions.entries((heading, line) ->
                        line.label().equals(PERSON) && !line.value().equals(NOT_NAMED)
                                ? review.add("", "person", heading, line, ReviewReason.LOOKED_AT_IT)
                                : line));
    }

    private static PackEntry look(AuditRecord looked, Map<UUID, LedgerEntry> byId) {
        Optional<LedgerEntry> decision = looked.entry().decisionIds().stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .findFirst();
        return new PackEntry(
                "Organisation " + looked.entry().agent().odsCode().orElse("unknown") + ", application "
                        + looked.entry().agent().clientId().orElse("unknown"),
                List.of(
                        PackLine.of(PERSON, looked.entry().agent().user().orElse(NOT_NAMED)),
                        PackLine.of(
                                "What",
                                decision.map(DisclosureSections::categories).orElse("parts of the record")),
                        PackLine.of(
                                "Why",
                                decision.map(DisclosureSections::why)
                                        .orElse(looked.entry()
                                                .purpose()
                                                .map(Labels::of)
                                                .orElse("not said"))),
                        PackLine.of(
                                "Policy",
                                decision.map(LedgerEntry::policyVersion).orElse("–"))));
    }

    private List<AuditRecord> looks(String childId, Instant now) {
        List<AuditRecord> all = new ArrayList<>();
        AuditQuery query = AuditQuery.between(Instant.EPOCH, now.plusSeconds(1), AuditQuery.MAX_LIMIT)
                .withChild(childId);
        List<AuditRecord> page = audit.search(query);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(found -> found.entry().outcome().result() == AuditOutcome.Result.SUCCESS
                            && !found.entry().resources().isEmpty())
                    .forEach(all::add);
            page = page.size() < AuditQuery.MAX_LIMIT
                    ? List.of()
                    : audit.search(query.after(page.get(page.size() - 1).id()));
        }
        return all;
    }

    /** Counted, since nothing left: who was kept from it and by which reason. */
    private static PackSection keptBack(List<LedgerEntry> decisions) {
        Map<List<String>, List<LedgerEntry>> groups = decisions.stream()
                .filter(entry -> entry.outcome() != Outcome.SENT)
                .collect(Collectors.groupingBy(
                        entry -> List.of(Labels.destination(entry.destination()), publicReason(entry)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new PackSection(
                "What was kept back",
                "How often something would have gone to another organisation and did not, and why.",
                groups.entrySet().stream()
                        .map(group -> new PackEntry(
                                group.getKey().get(0),
                                List.of(
                                        PackLine.of("Why", group.getKey().get(1)),
                                        PackLine.of(
                                                "How often",
                                                String.valueOf(group.getValue().size())),
                                        PackLine.of(
                                                "Last",
                                                AT.format(
                                                        group.getValue().get(0).decidedAt())))))
                        .toList());
    }

    private static String why(LedgerEntry entry) {
        return entry.purpose().map(Labels::of).orElse("Purpose not recorded")
                + entry.legalBasis()
                        .map(basis -> "; legal basis: " + Labels.of(basis).toLowerCase(Locale.UK))
                        .orElse("")
                + ". " + publicReason(entry);
    }

    private static String publicReason(LedgerEntry entry) {
        return switch (entry.headline().publicCode()) {
            case "PERMITTED" -> "The policy permits it.";
            case "NOT_SHAREABLE_NOW" -> "It could not be shared at that time.";
            default -> entry.headline().sentence();
        };
    }

    private static String categories(LedgerEntry entry) {
        return entry.categories().stream()
                .map(code -> Category.ofCode(code).map(Labels::category).orElse(code))
                .collect(Collectors.joining(", "));
    }
}
