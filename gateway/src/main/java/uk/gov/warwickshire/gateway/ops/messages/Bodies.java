package uk.gov.warwickshire.gateway.ops.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.VersionReader;

/**
 * What a decision was about, in the versions it was made on. Each look is in the audit before anything is shown, with who and
 * why: without the audit there is nothing to see.
 */
@Component
public class Bodies {

    private static final Pattern VERSIONED = Pattern.compile("([A-Za-z]+)/([A-Za-z0-9.-]+)/_history/(\\d+)");

    /**
     * One resource.
     *
     * @param content pretty JSON; empty where that version is no longer kept
     */
    public record Body(String reference, Optional<String> content) {}

    /** @param answer what the destination said last, as it came */
    public record Shown(List<Body> bodies, Optional<String> answer) {
        public Shown {
            bodies = List.copyOf(bodies);
        }
    }

    private final VersionReader versions;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final GatewaySettings settings;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Bodies(VersionReader versions, AuditTrail audit, TransactionTemplate transactions, GatewaySettings settings) {
        this.versions = versions;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * @param decision whose resources are to be seen
     * @param why in the person's words
     * @throws uk.gov.warwickshire.gateway.audit.AuditUnavailableException if the look cannot be recorded
     */
    public Shown look(Delivery delivery, LedgerEntry decision, String who, Optional<String> address, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why you need to see it: it is recorded with your name.");
        }
        List<String> references = references(decision);
        transactions.executeWithoutResult(
                status -> audit.record(entry(delivery.id(), decision, references, who, address, why)));
        return new Shown(references.stream().map(this::body).toList(), answer(delivery));
    }

    private AuditEntry entry(
            UUID delivery,
            LedgerEntry decision,
            List<String> references,
            String who,
            Optional<String> address,
            String why) {
        AuditAgent person = new AuditAgent(
                Optional.of("console"), Optional.of(settings.organisation().odsCode()), Optional.of(who), address);
        return AuditEntry.of(AuditKind.QUERY, "search-type", "/console", person)
                .child(decision.childId())
                .resourceType(Optional.of("Bundle"))
                .resources(references)
                .query(Optional.of("message " + delivery + ", because: " + why))
                .build();
    }

    private List<String> references(LedgerEntry decision) {
        List<String> references = new ArrayList<>();
        for (JsonNode reference : json.readTree(decision.resources())) {
            references.add(reference.asString());
        }
        return references;
    }

    private Body body(String reference) {
        Matcher named = VERSIONED.matcher(reference);
        return new Body(
                reference,
                named.matches()
                        ? versions.version(named.group(1), named.group(2), Long.parseLong(named.group(3)))
                                .flatMap(version -> version.content().map(this::pretty))
                        : Optional.empty());
    }

    private Optional<String> answer(Delivery delivery) {
        return delivery.lastError().filter(error -> error.startsWith("{")).map(error -> {
            try {
                return json.writeValueAsString(json.readTree(error));
            } catch (JacksonException cutOff) {
                return error;
            }
        });
    }

    private String pretty(byte[] content) {
        return json.writeValueAsString(json.readTree(new String(content, StandardCharsets.UTF_8)));
    }
}
