package uk.gov.warwickshire.gateway.cpis;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.InboundTable.Received;
import uk.gov.warwickshire.gateway.mesh.MeshReport;

/** Takes in what MESH itself reports on a file we sent. Joins the caller's transaction. */
@Component
class MeshReportStep {

    private static final Logger LOG = LoggerFactory.getLogger(MeshReportStep.class);

    private final FileTable files;

    MeshReportStep(FileTable files) {
        this.files = files;
    }

    Received take(MeshReport report, Received about) {
        Optional<CpIsFile> file = report.localId().flatMap(files::lockByLocalId).or(() -> report.linkedMessageId()
                .flatMap(files::lockByMessageId));
        Received received = new Received(
                about.messageId(),
                about.kind(),
                about.outcome(),
                file.map(CpIsFile::sequence),
                Optional.of(report.code()),
                report.words(),
                about.details(),
                about.sha256());
        if (file.isEmpty()) {
            return received.withWords(Outcome.UNKNOWN_FILE, report.words());
        }
        if (!report.failed()) {
            return received;
        }
        return fail(file.get(), report, received);
    }

    private Received fail(CpIsFile file, MeshReport report, Received received) {
        String words = "MESH " + report.code() + ": " + report.words();
        switch (file.state()) {
            case SENT, UNKNOWN -> files.become(file, CpIsFileState.UNDELIVERED, words);
            case SENDING -> {
                files.become(file, CpIsFileState.UNKNOWN, words);
                files.lock(file.sequence())
                        .ifPresent(unknown -> files.become(unknown, CpIsFileState.UNDELIVERED, words));
            }
            case UNDELIVERED -> {
                return received.withWords(Outcome.DUPLICATE, report.words());
            }
            default -> {
                return received.withWords(Outcome.LATE, report.words());
            }
        }
        LOG.error("CP-IS file {}: {}; uploading stops until a person has acted", file.sequence(), words);
        return received.withWords(Outcome.APPLIED, report.words());
    }
}
