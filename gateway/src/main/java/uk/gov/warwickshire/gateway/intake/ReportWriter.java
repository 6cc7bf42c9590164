package uk.gov.warwickshire.gateway.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.mappings.record.Rejection;

/** Writes the report of a batch: one line for each finding, the header always. */
@Component
public class ReportWriter {

    private static final String[] HEADER = {"file", "table", "row", "child_id", "field", "severity", "code", "message"};

    private final Findings findings;
    private final TransactionTemplate transactions;

    ReportWriter(Findings findings, TransactionTemplate transactions) {
        this.findings = findings;
        this.transactions = transactions;
    }

    /** The writer is flushed, not closed. */
    public void write(Batch batch, Writer writer) {
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(HEADER);
        batch.failure()
                .ifPresent(failure ->
                        csv.writeRecord(safe(batch.name()), "", "", "", "", "FILE_REJECTED", "FILE_FAILED", failure));
        transactions.executeWithoutResult(status -> findings.forEach(batch.id(), finding -> line(csv, finding)));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(CsvWriter csv, Rejection finding) {
        csv.writeRecord(
                safe(finding.source().file()),
                finding.source().table(),
                Long.toString(finding.source().row()),
                finding.childId().map(ReportWriter::safe).orElse(""),
                finding.field().map(ReportWriter::safe).orElse(""),
                finding.severity().name(),
                finding.code(),
                safe(finding.message()));
    }

    /** A spreadsheet must not take a delivered value for a formula. */
    static String safe(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
