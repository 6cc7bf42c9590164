package uk.gov.warwickshire.gateway.ops.console.optout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditEntryBuilder;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What the register says of one child, for information governance. Every look is audited before it is answered. */
@Component
class StatusLookup {

    private static final String PLACE = "/console/opt-out";

    /**
     * @param words the status in words
     * @param checkedAt when the question was put
     */
    record Looked(String child, String words, Optional<Instant> checkedAt) {
        @Override
        public String toString() {
            return "Looked[***]";
        }
    }

    private final ResourceReader records;
    private final OptOutRegister register;
    private final AuditTrail audit;
    private final GatewaySettings settings;

    StatusLookup(ResourceReader records, OptOutRegister register, AuditTrail audit, GatewaySettings settings) {
        this.records = records;
        this.register = register;
        this.audit = audit;
        this.settings = settings;
    }

    Looked of(String child, String who) {
        Optional<ChildFacts> facts =
                Optional.ofNullable(records.facts(List.of(child)).get(child));
        AuditEntryBuilder entry = entry("opt-out-status", who);
        audit.record(facts.isPresent() ? entry.child(child).build() : entry.build());
        if (facts.isEmpty()) {
            return new Looked(child, "No record of a child with this id.", Optional.empty());
        }
        return facts.flatMap(ChildFacts::nhsNumber)
                .map(number -> looked(child, number))
                .orElseGet(
                        () -> new Looked(child, "No NHS number is known, so nothing can be asked.", Optional.empty()));
    }

    /** The list of numbers that the service refused was looked at. */
    void auditNumbers(String who) {
        audit.record(entry("refused-nhs-numbers", who).build());
    }

    private Looked looked(String child, NhsNumber number) {
        OptOutStatus status = register.statusesOf(List.of(number)).getOrDefault(number, OptOutStatus.UNKNOWN);
        String words =
                switch (status.state()) {
                    case OPTED_OUT -> "Has set a national data opt-out.";
                    case NOT_OPTED_OUT -> "Has not opted out.";
                    case UNKNOWN -> "Not known: the service has not answered, or refuses the number.";
                };
        return new Looked(child, status.stale() ? words + " Too old to be relied on." : words, status.checkedAt());
    }

    private AuditEntryBuilder entry(String interaction, String who) {
        AuditAgent agent = new AuditAgent(
                Optional.of("console"),
                Optional.of(settings.organisation().odsCode()),
                Optional.of(who),
                Optional.empty());
        return AuditEntry.of(AuditKind.QUERY, interaction, PLACE, agent);
    }
}
