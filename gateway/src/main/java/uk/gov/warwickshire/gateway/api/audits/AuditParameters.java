package uk.gov.warwickshire.gateway.api.audits;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditQuery;

/** Search parameters of AuditEvent; one that is not known is an error. */
@Component
class AuditParameters {

    private static final Set<String> ALL = Set.of(
            "patient",
            "patient:identifier",
            "patient.identifier",
            "agent:identifier",
            "agent.identifier",
            "date",
            "outcome",
            "purpose",
            "subtype",
            "_count",
            "_after",
            "_sort",
            "_format",
            "_pretty");
    private static final int DEFAULT_COUNT = 50;
    private static final int MOST = AuditQuery.MAX_LIMIT - 1;
    private static final String DECISION = "AuthZ-Consent";
    private static final String DISCLOSURE = "disclose";

    /** Codes with which events are marked, and what the audit keeps for them. */
    private static final String TREATMENT = "TREAT";

    private static final String BREAK_GLASS = "BTG";
    private static final Duration A_LONG_TIME = Duration.ofDays(36_500);

    private final AuditedChildren children;
    private final Clock clock;

    AuditParameters(AuditedChildren children, Clock clock) {
        this.children = children;
        this.clock = clock;
    }

    /**
     * @param decisions whether the decisions are asked for instead of the accesses that rest on them
     * @param kept parameters that a further page needs, without any that could hold an NHS number
     */
    record Asked(AuditQuery query, boolean decisions, Map<String, List<String>> kept) {
        String following(String last) {
            return Stream.concat(
                            kept.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                                    .map(value -> entry.getKey() + "=" + encoded(value))),
                            Stream.of("_after=" + last))
                    .collect(Collectors.joining("&"));
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** Empty if the child that is asked about is not known. */
    Optional<Asked> read(Map<String, String[]> given) {
        if (!ALL.containsAll(given.keySet())) {
            throw new InvalidRequestException("unknown parameter");
        }
        one(given, "_sort").filter(sort -> !sort.equals("-date")).ifPresent(sort -> {
            throw new InvalidRequestException("only -date");
        });
        Map<String, List<String>> kept = given.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().startsWith("patient") && !entry.getKey().equals("_after"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Arrays.asList(entry.getValue()), (a, b) -> a, TreeMap::new));
        Optional<String> subtype = one(given, "subtype").map(AuditParameters::value);
        subtype.filter(word -> !Set.of(DECISION, DISCLOSURE).contains(word)).ifPresent(other -> {
            throw new InvalidRequestException("only " + DECISION + " and " + DISCLOSURE);
        });
        boolean decisions = subtype.filter(DECISION::equals).isPresent();
        AuditQuery query = query(given, decisions);
        if (given.keySet().stream().noneMatch(name -> name.startsWith("patient"))) {
            return Optional.of(new Asked(query, decisions, kept));
        }
        return children.of(name -> one(given, name)).map(child -> {
            kept.put("patient", List.of(children.reference(child)));
            return new Asked(query.withChild(child), decisions, kept);
        });
    }

    private AuditQuery query(Map<String, String[]> given, boolean decisions) {
        Optional<String> purpose = one(given, "purpose").map(AuditParameters::value);
        Instant now = clock.instant();
        AuditDates dates = new AuditDates(now.minus(A_LONG_TIME), now.plus(A_LONG_TIME));
        for (String date : given.getOrDefault("date", new String[0])) {
            dates = dates.and(date);
        }
        return new AuditQuery(
                Optional.empty(),
                one(given, "agent:identifier")
                        .or(() -> one(given, "agent.identifier"))
                        .map(AuditParameters::value),
                Optional.empty(),
                one(given, "outcome").map(AuditParameters::value).map(code -> result(code, decisions)),
                purpose.filter(word -> !word.equals(BREAK_GLASS))
                        .map(word -> word.equals(TREATMENT) ? "individual-care" : word),
                one(given, "subtype")
                        .map(AuditParameters::value)
                        .filter(DISCLOSURE::equals)
                        .map(word -> AuditKind.DISCLOSURE),
                decisions,
                purpose.filter(BREAK_GLASS::equals).isPresent(),
                dates.from(),
                dates.until(),
                one(given, "_after").map(AuditParameters::id),
                one(given, "_count").map(AuditParameters::count).orElse(DEFAULT_COUNT));
    }

    private static Optional<String> one(Map<String, String[]> given, String name) {
        String[] values = given.getOrDefault(name, new String[0]);
        if (values.length > 1) {
            throw new InvalidRequestException("given twice");
        }
        return Arrays.stream(values).findFirst();
    }

    private static String value(String token) {
        return token.substring(token.indexOf('|') + 1);
    }

    /** A decision that stands against an answer is said to be a serious failure, as BALP has it. */
    private static AuditOutcome.Result result(String code, boolean ofDecision) {
        if (ofDecision) {
            return switch (code) {
                case "0" -> AuditOutcome.Result.SUCCESS;
                case "8" -> AuditOutcome.Result.REFUSED;
                default -> throw new InvalidRequestException("unknown outcome");
            };
        }
        return Arrays.stream(AuditOutcome.Result.values())
                .filter(result -> result.fhirCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("unknown outcome"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("not a page");
        }
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidRequestException("not a count");
        }
        return Math.min(Integer.parseInt(text), MOST);
    }
}
