package uk.gov.warwickshire.gateway.cpis;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Kind;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.InboundTable.Received;
import uk.gov.warwickshire.gateway.mesh.Handling;
import uk.gov.warwickshire.gateway.mesh.MeshClient;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.mesh.MeshMessageHandler;
import uk.gov.warwickshire.gateway.mesh.MeshReport;
import uk.gov.warwickshire.mappings.cpis.inbound.AccessNotification;
import uk.gov.warwickshire.mappings.cpis.inbound.Acknowledgement;
import uk.gov.warwickshire.mappings.cpis.inbound.CpIsInbound;
import uk.gov.warwickshire.mappings.cpis.inbound.CpIsInboundReader;
import uk.gov.warwickshire.mappings.cpis.inbound.EmptyAccessNotification;
import uk.gov.warwickshire.mappings.cpis.inbound.InactiveNumbers;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed;

/**
 * The correspondence with CP-IS. Whatever arrives leaves a report; messages may come twice, in any order, late, about
 * nothing we sent, or broken.
 */
@Component
public class CpIsMailbox implements MeshMessageHandler {

    /** Name of the mailbox in the settings. */
    public static final String NAME = "cp-is";

    private static final Logger LOG = LoggerFactory.getLogger(CpIsMailbox.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileSender sender;
    private final CpIsInboundReader reader;
    private final AcknowledgementStep acknowledgements;
    private final NotificationStep notifications;
    private final MeshReportStep reports;
    private final InboundTable inbound;
    private final CpIsRules rules;

    CpIsMailbox(
            FileSender sender,
            CpIsInboundReader reader,
            AcknowledgementStep acknowledgements,
            NotificationStep notifications,
            MeshReportStep reports,
            InboundTable inbound,
            CpIsRules rules) {
        this.sender = sender;
        this.reader = reader;
        this.acknowledgements = acknowledgements;
        this.notifications = notifications;
        this.reports = reports;
        this.inbound = inbound;
        this.rules = rules;
    }

    @Override
    public String mailbox() {
        return NAME;
    }

    @Override
    public void sendWaiting(MeshClient client) {
        sender.sendWaiting(client);
    }

    @Override
    public Handling handle(MeshMessage message) {
        Received received = take(message);
        inbound.add(received);
        if (received.needsPerson()) {
            LOG.error(
                    "CP-IS message of kind {}: {}",
                    received.kind(),
                    received.outcome().meaning());
        }
        // What a person has to look at is kept whole.
        return received.needsPerson() ? Handling.UNKNOWN_CONTENT : Handling.HANDLED;
    }

    private Received take(MeshMessage message) {
        Optional<MeshReport> report = message.report();
        if (report.isPresent()) {
            return reports.take(report.get(), received(message, Kind.MESH_REPORT, "{}"));
        }
        if (!isFromCpIs(message)) {
            return received(message, Kind.MALFORMED, "{}").withWords(Outcome.STRANGER, null);
        }
        CpIsInbound read = reader.read(new ByteArrayInputStream(message.body()));
        if (read instanceof Acknowledgement answer) {
            return acknowledgements.take(
                    answer,
                    message.localId(),
                    received(message, Kind.ACKNOWLEDGEMENT, JSON.writeValueAsString(Kept.of(answer))));
        }
        if (read instanceof AccessNotification access) {
            return notifications.access(access, received(message, Kind.ACCESS, "{}"));
        }
        if (read instanceof EmptyAccessNotification empty) {
            return notifications.empty(empty, received(message, Kind.EMPTY_ACCESS, "{}"));
        }
        if (read instanceof InactiveNumbers inactive) {
            return notifications.inactive(inactive, received(message, Kind.INACTIVE_NUMBER, "{}"));
        }
        Malformed malformed = (Malformed) read;
        return received(message, Kind.MALFORMED, JSON.writeValueAsString(malformed))
                .withWords(Outcome.MALFORMED, malformed.reason().meaning());
    }

    private boolean isFromCpIs(MeshMessage message) {
        boolean sender = message.from()
                .filter(rules.settings().recipientMailbox()::equalsIgnoreCase)
                .isPresent();
        boolean workflow = rules.settings().replyWorkflowIds().isEmpty()
                || message.workflow()
                        .filter(rules.settings().replyWorkflowIds()::contains)
                        .isPresent();
        return sender && workflow;
    }

    private static Received received(MeshMessage message, Kind kind, String details) {
        return new Received(
                message.id(),
                kind,
                Outcome.APPLIED,
                Optional.empty(),
                Optional.empty(),
                Outcome.APPLIED.meaning(),
                details,
                FileRecordTable.sha256(message.body()));
    }
}
