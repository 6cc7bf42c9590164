package uk.gov.warwickshire.gateway.intake.reference;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.gateway.intake.child.TouchedChildren;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.directory.DirectoryReader;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;

/** Reads the phones of teams; the children of the batch are those who use a team that has changed. */
@Component
class DirectoryBatchReader implements BatchReader {

    private final DirectoryReader reader;
    private final FileTransaction fileTransaction;
    private final TeamDirectory directory;
    private final TouchedChildren touched;
    private final Findings findings;

    DirectoryBatchReader(
            GatewaySettings settings,
            FileTransaction fileTransaction,
            TeamDirectory directory,
            TouchedChildren touched,
            Findings findings) {
        this.reader = new DirectoryReader(settings.intake().columns().getOrDefault(Format.DIRECTORY.code(), Map.of()));
        this.fileTransaction = fileTransaction;
        this.directory = directory;
        this.touched = touched;
        this.findings = findings;
    }

    @Override
    public Format format() {
        return Format.DIRECTORY;
    }

    @Override
    public Counters read(Reading reading) throws DamagedFileException {
        touched.forgetFinished(reading.batchId());
        Counters rows = fileTransaction.run(reading, () -> apply(reading));
        return touched.derive(reading, new Timings()).plus(rows);
    }

    private Counters apply(Reading reading) throws DamagedFileException {
        UUID batch = reading.batchId();
        CountingSink<DirectoryRow> sink = new CountingSink<>(
                rows -> touched.noteUsersOf(batch, directory.save(batch, rows)),
                found -> findings.add(batch, Findings.Stage.FILE, found));
        reader.read(reading.name(), ByteSource.of(reading.content()), sink);
        sink.flush();
        return Counters.ofRows(sink.accepted() + sink.rejected());
    }
}
