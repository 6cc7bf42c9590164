package uk.gov.warwickshire.gateway.intake.reference;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ChoiceSink;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.ErasureCheck;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.choices.ChoiceReader;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;

/** Reads people's choices; each row counts as one child. */
@Component
class ChoicesBatchReader implements BatchReader {

    private final ChoiceReader reader;
    private final FileTransaction fileTransaction;
    private final ChoiceSink choices;
    private final Findings findings;
    private final ErasureCheck erasure;

    ChoicesBatchReader(
            GatewaySettings settings,
            FileTransaction fileTransaction,
            ChoiceSink choices,
            Findings findings,
            ErasureCheck erasure) {
        this.reader = new ChoiceReader(
                settings.intake().columns().getOrDefault(Format.CHOICES.code(), Map.of()), settings.allowTestNumbers());
        this.fileTransaction = fileTransaction;
        this.choices = choices;
        this.findings = findings;
        this.erasure = erasure;
    }

    @Override
    public Format format() {
        return Format.CHOICES;
    }

    /** The whole file in one transaction: a choice is taken with all the others, or none is. */
    @Override
    public Counters read(Reading reading) throws DamagedFileException {
        return reading.batch().applied()
                ? reading.batch().counters()
                : fileTransaction.run(reading, () -> apply(reading));
    }

    private Counters apply(Reading reading) throws DamagedFileException {
        UUID batch = reading.batchId();
        AtomicLong changed = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        CountingSink<ChoiceRow> sink = new CountingSink<>(
                rows -> take(batch, rows, changed, refused), found -> findings.add(batch, Findings.Stage.FILE, found));
        reader.read(reading.name(), ByteSource.of(reading.content()), sink);
        sink.flush();
        long unchanged = sink.accepted() - changed.get() - refused.get();
        Counters counters = Counters.ofChildren(changed.get(), unchanged, refused.get() + sink.rejected())
                .plus(Counters.ofRows(sink.accepted() + sink.rejected()));
        reading.applied(counters);
        return counters;
    }

    private void take(UUID batch, List<ChoiceRow> rows, AtomicLong changed, AtomicLong refused) {
        Map<String, Standing> erased = erasure.numbers(
                rows.stream().map(row -> row.nhsNumber().digits()).toList());
        Predicate<ChoiceRow> isErased = row -> erased.get(row.nhsNumber().digits()) == Standing.ERASED;
        ChoiceSink.Taken taken =
                choices.take(batch, rows.stream().filter(isErased.negate()).toList());
        List<Rejection> ofErased = rows.stream()
                .filter(isErased)
                .map(row -> ErasureCheck.finding(row.source(), Rejection.Severity.ROW_REJECTED))
                .toList();
        changed.addAndGet(taken.changed());
        refused.addAndGet(taken.refused().size() + (long) ofErased.size());
        findings.add(batch, Findings.Stage.FILE, taken.refused());
        findings.add(batch, Findings.Stage.FILE, ofErased);
    }
}
