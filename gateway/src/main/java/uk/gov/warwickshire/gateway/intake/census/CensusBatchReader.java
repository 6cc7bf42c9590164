package uk.gov.warwickshire.gateway.intake.census;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.ChildChunk;
import uk.gov.warwickshire.gateway.intake.child.Phase;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.cin.CensusReader;
import uk.gov.warwickshire.mappings.source.cin.CensusSurvey;

/**
 * Reads a census twice: a first pass to its end, so that a damaged file applies nothing and what the rules ask of the
 * whole return is known; a second that derives the children chunk by chunk.
 */
@Component
class CensusBatchReader implements BatchReader {

    private static final Logger LOG = LoggerFactory.getLogger(CensusBatchReader.class);

    private final CensusReader reader = new CensusReader();
    private final ChildChunk chunks;
    private final Findings findings;
    private final TransactionTemplate transactions;

    CensusBatchReader(ChildChunk chunks, Findings findings, TransactionTemplate transactions) {
        this.chunks = chunks;
        this.findings = findings;
        this.transactions = transactions;
    }

    @Override
    public Format format() {
        return Format.CIN_CENSUS;
    }

    @Override
    public Counters read(Reading reading) throws DamagedFileException {
        Timings timings = new Timings();
        findings.forgetFile(reading.batchId());
        ByteSource bytes = ByteSource.of(reading.content());
        long start = System.nanoTime();
        CensusSurvey survey = reader.survey(reading.name(), bytes);
        timings.add(Phase.STAGE, System.nanoTime() - start);
        add(reading, survey.findings());
        CensusChildren children = new CensusChildren(reading, chunks, timings, found -> add(reading, found));
        reader.<RuntimeException>children(survey, bytes, children::take);
        Counters counters = children.finish();
        LOG.info("Batch {}: time {}", reading.batchId(), timings);
        return counters;
    }

    private void add(Reading reading, List<Rejection> found) {
        transactions.executeWithoutResult(status -> {
            reading.requireHeld();
            findings.add(reading.batchId(), Findings.Stage.FILE, found);
        });
    }
}
