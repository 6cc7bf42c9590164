package uk.gov.warwickshire.gateway.cpis;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.mesh.MeshClient;
import uk.gov.warwickshire.gateway.mesh.OutgoingMessage;
import uk.gov.warwickshire.gateway.mesh.SendOutcome;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.NotSent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Refused;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Sent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Unknown;

/** Sends the files that wait, in the order of their numbers, each as it was written down. */
@Component
class FileSender {

    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);

    private final FileTable files;
    private final JdbcTemplate jdbc;
    private final CpIsRules rules;
    private final TransactionTemplate transactions;

    FileSender(FileTable files, JdbcTemplate jdbc, CpIsRules rules, TransactionTemplate transactions) {
        this.files = files;
        this.jdbc = jdbc;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Only one thread in all replicas may be here. */
    void sendWaiting(MeshClient client) {
        settleInterrupted();
        for (CpIsFile file : files.in(CpIsFileState.WRITTEN)) {
            boolean mustWait = file.notBefore().isAfter(rules.now()) || files.isStoppedBefore(file.sequence());
            if (mustWait || !send(client, file)) {
                return;
            }
        }
    }

    /** A process died between writing down that it sends and hearing how it went: nobody knows. */
    private void settleInterrupted() {
        transactions.executeWithoutResult(status -> files.in(CpIsFileState.SENDING).stream()
                .flatMap(file -> files.lock(file.sequence()).stream())
                .filter(file -> file.state() == CpIsFileState.SENDING)
                .forEach(file -> {
                    LOG.error(
                            "CP-IS file {}: interrupted while it was being sent; a person has to find out",
                            file.sequence());
                    files.become(file, CpIsFileState.UNKNOWN, "interrupted while it was being sent");
                }));
    }

    /** Whether the next file may follow. */
    private boolean send(MeshClient client, CpIsFile file) {
        OutgoingMessage message = message(file);
        Boolean mine = transactions.execute(status -> take(file));
        if (!Boolean.TRUE.equals(mine)) {
            return false;
        }
        SendOutcome outcome = client.send(message);
        return Boolean.TRUE.equals(transactions.execute(status -> settle(file.sequence(), outcome)));
    }

    private boolean take(CpIsFile seen) {
        Optional<CpIsFile> file = files.lock(seen.sequence()).filter(now -> now.state() == CpIsFileState.WRITTEN);
        file.ifPresent(now -> {
            files.become(now, CpIsFileState.SENDING, null);
            files.attempted(now);
        });
        return file.isPresent();
    }

    private boolean settle(long sequence, SendOutcome outcome) {
        CpIsFile file = files.lock(sequence).orElseThrow();
        if (outcome instanceof Sent sent) {
            files.accepted(file, sent.messageId());
            jdbc.update("update cpis_upload set state = 'SENT' where file = ? and state = 'CLEARED'", sequence);
            if (file.state() == CpIsFileState.UNKNOWN) {
                // Another replica has taken this one for dead meanwhile.
                files.become(file, CpIsFileState.SENT, null);
            }
            become(file, CpIsFileState.SENT, null);
            return true;
        }
        if (outcome instanceof NotSent notSent) {
            LOG.warn("CP-IS file {}: {}; it is sent with the next turn", sequence, notSent.cause());
            become(file, CpIsFileState.WRITTEN, notSent.cause());
            return false;
        }
        if (outcome instanceof Unknown unknown) {
            LOG.error("CP-IS file {}: {}; it may have gone and is not sent again by itself", sequence, unknown.cause());
            become(file, CpIsFileState.UNKNOWN, unknown.cause());
            return false;
        }
        Refused refused = (Refused) outcome;
        LOG.error(
                "CP-IS file {}: MESH refuses it, {}; uploading stops until a person has acted",
                sequence,
                refused.description());
        become(file, CpIsFileState.UNDELIVERED, "MESH " + refused.code().orElse("") + ": " + refused.description());
        return false;
    }

    /** An acknowledgement may have been faster than this: a state that it has set is left alone. */
    private void become(CpIsFile file, CpIsFileState state, @Nullable String problem) {
        if (file.state() == CpIsFileState.SENDING) {
            files.become(file, state, problem);
        }
    }

    private OutgoingMessage message(CpIsFile file) {
        byte[] content = files.content(file.sequence());
        if (!HexFormat.of().formatHex(FileRecordTable.sha256(content)).equals(file.sha256())) {
            throw new IllegalStateException("the content of a CP-IS file is not what was written down");
        }
        return new OutgoingMessage(
                rules.settings().recipientMailbox(),
                rules.settings().workflowId(),
                file.localId(),
                file.fileName(),
                file.fileName() + ".xml",
                "application/xml",
                content,
                false);
    }
}
