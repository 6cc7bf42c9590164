package uk.gov.warwickshire.gateway.intake.ssd;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.Delivered;
import uk.gov.warwickshire.gateway.intake.child.Phase;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.gateway.intake.child.TouchedChildren;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;

/**
 * Reads an extract: the whole file is staged first, so that a damaged one applies nothing; then links are resolved, and
 * the children are derived chunk by chunk.
 */
@Component
class SsdBatchReader implements BatchReader {

    private static final Logger LOG = LoggerFactory.getLogger(SsdBatchReader.class);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final StagingArea area;
    private final StagingLinks links;
    private final StagedChildren children;
    private final TouchedChildren touched;
    private final Findings findings;

    SsdBatchReader(
            DataSource dataSource,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            StagingArea area,
            StagingLinks links,
            StagedChildren children,
            TouchedChildren touched,
            Findings findings) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.area = area;
        this.links = links;
        this.children = children;
        this.touched = touched;
        this.findings = findings;
    }

    @Override
    public Format format() {
        return Format.SSD;
    }

    @Override
    public Counters read(Reading reading) throws DamagedFileException {
        Timings timings = new Timings();
        findings.forgetFile(reading.batchId());
        touched.forgetFinished(reading.batchId());
        StagingTable table = area.create();
        try (SsdArchive archive = SsdArchive.open(reading.content(), reading.name(), ArchiveLimits.DEFAULT)) {
            long rows = stage(archive, reading, table, timings);
            timings.time(Phase.LINK, () -> link(reading, table));
            Delivered delivered = new Delivered(archive.tables(), new StagedPersons(jdbc, table, reading.name()));
            Counters own = children.derive(reading, table, delivered, rows, timings);
            Counters others = deriveTouched(reading, table, timings);
            LOG.info("Batch {}: time of all threads {}", reading.batchId(), timings);
            return own.plus(others).plus(Counters.ofRows(rows));
        } finally {
            area.drop(table);
        }
    }

    private long stage(SsdArchive archive, Reading reading, StagingTable table, Timings timings)
            throws DamagedFileException {
        long start = System.nanoTime();
        List<Rejection> warnings = new ArrayList<>(archive.warnings());
        add(reading, warnings);
        try (Connection connection = dataSource.getConnection();
                StagingWriter writer = new StagingWriter(
                        connection,
                        table,
                        found -> add(reading, found),
                        rows -> reading.progress(Counters.ofRows(rows)))) {
            long rows = archive.read(writer).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            writer.finish();
            return rows;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("staging the extract", e);
        } finally {
            timings.add(Phase.STAGE, System.nanoTime() - start);
        }
    }

    private void add(Reading reading, List<Rejection> found) {
        transactions.executeWithoutResult(status -> {
            reading.requireHeld();
            findings.add(reading.batchId(), Findings.Stage.FILE, found);
        });
    }

    private void link(Reading reading, StagingTable table) {
        UUID batch = reading.batchId();
        links.resolve(table);
        transactions.executeWithoutResult(status -> {
            reading.requireHeld();
            links.reportOrphans(table, batch, reading.name());
            links.keepReferences(table, batch, reading.name());
        });
    }

    private Counters deriveTouched(Reading reading, StagingTable table, Timings timings) {
        transactions.executeWithoutResult(status -> {
            reading.requireHeld();
            touched.noteChildrenOfChangedMothers(reading.batchId());
            links.forgetDelivered(table, reading.batchId());
        });
        return touched.derive(reading, timings);
    }
}
