package uk.gov.warwickshire.gateway.cpis;

import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.ACKNOWLEDGED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.PARTLY_ACKNOWLEDGED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.REFUSED;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.UNKNOWN;
import static uk.gov.warwickshire.gateway.cpis.CpIsFileState.WRITTEN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.cpis.InboundTable.Received;
import uk.gov.warwickshire.mappings.cpis.inbound.Acknowledgement;
import uk.gov.warwickshire.mappings.cpis.inbound.FileResponseCode;

/**
 * Takes in an acknowledgement: the file's state, then that of each record. One that is doubtful in any way changes
 * nothing, and stays visible until a person has looked at it. Joins the caller's transaction.
 */
@Component
class AcknowledgementStep {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementStep.class);

    private final FileTable files;
    private final FileRecordTable records;
    private final InboundTable inbound;
    private final RecordStep recordStep;
    private final CpIsRules rules;

    AcknowledgementStep(
            FileTable files, FileRecordTable records, InboundTable inbound, RecordStep recordStep, CpIsRules rules) {
        this.files = files;
        this.records = records;
        this.inbound = inbound;
        this.recordStep = recordStep;
        this.rules = rules;
    }

    /** @param localId under which MESH sent the answer, empty if none was given */
    Received take(Acknowledgement answer, Optional<String> localId, Received received) {
        Optional<CpIsFile> named = localId.flatMap(files::lockByLocalId);
        if (!answer.sequence().isDetermined()) {
            return named.map(file -> judge(file, answer, received))
                    .orElseGet(() -> received.withWords(Outcome.UNATTRIBUTED, null));
        }
        Optional<CpIsFile> file = files.lock(answer.sequence().value());
        if (file.isEmpty()) {
            return received.withWords(Outcome.UNKNOWN_FILE, null);
        }
        boolean disagree =
                named.filter(other -> other.sequence() != file.get().sequence()).isPresent();
        return disagree
                ? received.withWords(Outcome.CONTRADICTION, "it comes under the local id of another file")
                : judge(file.get(), answer, received);
    }

    private Received judge(CpIsFile file, Acknowledgement answer, Received about) {
        Received received = about(file, answer, about);
        if (file.attempts() == 0) {
            return received.withWords(Outcome.CONTRADICTION, "the file has not been sent yet");
        }
        Optional<String> contradiction = RecordAnswers.contradiction(answer, file.records());
        if (contradiction.isPresent()) {
            return received.withWords(Outcome.CONTRADICTION, contradiction.get());
        }
        return switch (file.state()) {
            case ACKNOWLEDGED, PARTLY_ACKNOWLEDGED, REFUSED -> repeated(file, received);
            case GIVEN_UP -> received.withWords(Outcome.LATE, "the file was given up");
            case WRITTEN ->
                answer.file().fileCode().equals(Optional.of(FileResponseCode.CPF05))
                        ? received.withWords(Outcome.DUPLICATE, null)
                        : apply(file, answer, received);
            case SENDING -> {
                // The gateway died before it heard from MESH.
                files.become(file, UNKNOWN, "interrupted while it was being sent");
                yield apply(files.lock(file.sequence()).orElse(file), answer, received);
            }
            case SENT, UNKNOWN, UNDELIVERED -> apply(file, answer, received);
        };
    }

    private Received repeated(CpIsFile file, Received received) {
        return inbound.lastApplied(file.sequence()).equals(Optional.of(received.details()))
                ? received.withWords(Outcome.DUPLICATE, null)
                : received.withWords(Outcome.LATE, "it says something else than the answer before");
    }

    private Received apply(CpIsFile file, Acknowledgement answer, Received received) {
        String code = answer.file().code();
        FileResponseCode known = answer.file().fileCode().orElse(FileResponseCode.CPF04);
        String meaning = answer.file()
                .fileCode()
                .map(c -> c.meaning() + ". " + c.remedy())
                .orElse("A code that this version does not know. Look it up with the CP-IS team");
        files.answered(
                file, code, answer.processed().value(), answer.failedReturned().value());
        switch (known) {
            case CPF02, CPF03 -> loaded(file, answer, known == FileResponseCode.CPF02);
            case CPF05 -> {
                files.become(file, WRITTEN, code + ": " + meaning);
                files.notBefore(file, rules.now().plus(rules.settings().repeatAfter()));
                LOG.warn("CP-IS file {}: Spine was unavailable, it is sent again", file.sequence());
            }
            case CPF01, CPF04, CPF06 -> {
                files.become(file, REFUSED, code + ": " + meaning);
                recordStep.noteRefused(file, answer);
                LOG.error(
                        "CP-IS file {}: {} nothing was loaded; uploading stops until a person has acted",
                        file.sequence(),
                        code);
            }
        }
        return received.withWords(Outcome.APPLIED, meaning);
    }

    private void loaded(CpIsFile file, Acknowledgement answer, boolean all) {
        List<SentRecord> sent = records.of(file.sequence());
        RecordAnswers answers = RecordAnswers.of(answer, sent);
        recordStep.apply(file, sent, answers.byPosition());
        files.become(file, all ? ACKNOWLEDGED : PARTLY_ACKNOWLEDGED, summary(answers));
        LOG.info("CP-IS file {}: {}, {}", file.sequence(), answer.file().fileCode(), counts(answers));
    }

    private static @Nullable String summary(RecordAnswers answers) {
        return answers.unplaced() == 0
                ? null
                : answers.unplaced()
                        + " returned records could not be found in the file; what is not told apart is sent again";
    }

    private static Map<RecordAnswer.Outcome, Long> counts(RecordAnswers answers) {
        return answers.byPosition().values().stream()
                .collect(Collectors.groupingBy(RecordAnswer::outcome, Collectors.counting()));
    }

    private static Received about(CpIsFile file, Acknowledgement answer, Received received) {
        return new Received(
                received.messageId(),
                received.kind(),
                received.outcome(),
                Optional.of(file.sequence()),
                Optional.of(answer.file().code()),
                received.words(),
                received.details(),
                received.sha256());
    }
}
