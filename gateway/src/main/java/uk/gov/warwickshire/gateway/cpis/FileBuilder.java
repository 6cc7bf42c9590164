package uk.gov.warwickshire.gateway.cpis;

import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.mappings.cpis.upload.Sender;
import uk.gov.warwickshire.mappings.cpis.upload.UploadHeader;
import uk.gov.warwickshire.mappings.cpis.upload.UploadWriter;

/**
 * Turns what is due into a file: decisions, file, number and states in one transaction. So a number has one content for
 * ever, none is left out, and what stands in a file stands in the ledger.
 */
@Component
class FileBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(FileBuilder.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final FileTable files;
    private final FileRecordTable records;
    private final UploadTable uploads;
    private final PersonStates persons;
    private final UploadDecisions decisions;
    private final UploadWriter writer;
    private final Sender sender;
    private final CpIsRules rules;
    private final Ids ids;
    private final SingleRunner runner;
    private final TransactionTemplate transactions;

    FileBuilder(
            FileTable files,
            FileRecordTable records,
            UploadTable uploads,
            PersonStates persons,
            UploadDecisions decisions,
            UploadWriter writer,
            Sender sender,
            CpIsRules rules,
            Ids ids,
            SingleRunner runner,
            TransactionTemplate transactions) {
        this.files = files;
        this.records = records;
        this.uploads = uploads;
        this.persons = persons;
        this.decisions = decisions;
        this.writer = writer;
        this.sender = sender;
        this.rules = rules;
        this.ids = ids;
        this.runner = runner;
        this.transactions = transactions;
    }

    /** A file of what is due, if anything is and no earlier file stands in the way; one replica at a time. */
    void build() {
        runner.run("cp-is upload", () -> {
            while (Boolean.TRUE.equals(transactions.execute(status -> step()))) {
                // What needs no file is settled first, as long as there is any.
            }
        });
    }

    /** Whether to go on: something was settled, and no file was written. */
    private boolean step() {
        if (files.isHeldBack()) {
            return false;
        }
        List<Upload> ready = uploads.takeReady(rules.settings().maxRecordsPerFile());
        if (ready.isEmpty()) {
            return false;
        }
        long sequence = files.nextSequence();
        Map<String, PersonState> states =
                persons.load(ready.stream().map(Upload::personId).toList());
        UploadDecisions.Outcome outcome = decisions.decide(ready, states, sequence);
        uploads.move(outcome.moves());
        if (outcome.records().isEmpty()) {
            return true;
        }
        write(sequence, outcome);
        return false;
    }

    private void write(long sequence, UploadDecisions.Outcome outcome) {
        List<SentRecord> numbered = new ArrayList<>();
        outcome.records()
                .forEach(record -> numbered.add(new SentRecord(
                        sequence, numbered.size() + 1, record.uploadId(), record.personId(), record.record())));
        UploadHeader header = new UploadHeader(sequence, rules.nowHere(), sender, numbered.size());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        writer.write(header, numbered.stream().map(SentRecord::record), content);
        byte[] bytes = content.toByteArray();
        String name = "CPIS-%s-%s-%08d".formatted(sender.odsCode(), DAY.format(rules.today()), sequence);
        files.insert(sequence, "cpis-" + ids.next(), name, numbered.size(), bytes, FileRecordTable.sha256(bytes));
        records.insert(numbered);
        LOG.info("CP-IS file {}: {} records written", sequence, numbered.size());
    }
}
