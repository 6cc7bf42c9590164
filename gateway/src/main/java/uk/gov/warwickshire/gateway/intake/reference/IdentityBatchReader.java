package uk.gov.warwickshire.gateway.intake.reference;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.ErasureCheck;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.gateway.intake.child.TouchedChildren;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.identity.IdentityReader;
import uk.gov.warwickshire.mappings.source.identity.IdentityRow;

/** Reads NHS numbers, their verification and restrictions; whose changed, their record is derived again. */
@Component
class IdentityBatchReader implements BatchReader {

    private final IdentityReader reader;
    private final FileTransaction fileTransaction;
    private final Identities identities;
    private final TouchedChildren touched;
    private final Findings findings;
    private final ErasureCheck erasure;

    IdentityBatchReader(
            GatewaySettings settings,
            FileTransaction fileTransaction,
            Identities identities,
            TouchedChildren touched,
            Findings findings,
            ErasureCheck erasure) {
        this.reader = new IdentityReader(
                settings.intake().columns().getOrDefault(Format.IDENTITY.code(), Map.of()),
                settings.allowTestNumbers());
        this.fileTransaction = fileTransaction;
        this.identities = identities;
        this.touched = touched;
        this.findings = findings;
        this.erasure = erasure;
    }

    @Override
    public Format format() {
        return Format.IDENTITY;
    }

    @Override
    public Counters read(Reading reading) throws DamagedFileException {
        touched.forgetFinished(reading.batchId());
        Counters counters = fileTransaction.run(reading, () -> apply(reading));
        touched.derive(reading, new Timings());
        return counters;
    }

    private Counters apply(Reading reading) throws DamagedFileException {
        UUID batch = reading.batchId();
        identities.begin();
        CountingSink<IdentityRow> sink =
                new CountingSink<>(identities::stage, found -> findings.add(batch, Findings.Stage.FILE, found));
        reader.read(reading.name(), ByteSource.of(reading.content()), sink);
        sink.flush();
        int erased = identities.rejectErased(batch, reading.name(), erasure);
        int contradicted = identities.rejectContradictions(batch, reading.name());
        List<String> changed = identities.apply(batch);
        identities.reportDisputed(batch, reading.name());
        touched.notePersons(batch, changed);
        return identities
                .count(batch)
                .plus(Counters.ofChildren(0, 0, sink.rejected() + contradicted + erased))
                .plus(Counters.ofRows(sink.accepted() + sink.rejected()));
    }
}
