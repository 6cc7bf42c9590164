package uk.gov.warwickshire.gateway.intake.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.merge.MergedRecord;
import uk.gov.warwickshire.mappings.source.merge.RecordMerge;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/** Reads each source of a child and makes one record of them. Writes nothing. */
@Component
class SourceJoin {

    private static final ReadOutcome NOT_IN_DATASET = new ReadOutcome.NotASubject("No row of the dataset");

    private final RecordMaker maker;

    SourceJoin(RecordMaker maker) {
        this.maker = maker;
    }

    Joined join(ChildInput input, Surroundings surroundings) {
        ReadOutcome ofRows = input.rows().isEmpty() ? NOT_IN_DATASET : maker.read(input.rows(), surroundings);
        if (ofRows instanceof ReadOutcome.RejectedChild rejected) {
            return new Joined.Rejected(rejected.findings());
        }
        Optional<CensusEntry> entry = input.census().map(KeptCensus::entry);
        Optional<ReadOutcome> ofCensus = entry.map(e -> maker.read(e, surroundings));
        if (input.censusIsNew() && ofCensus.orElse(NOT_IN_DATASET) instanceof ReadOutcome.RejectedChild rejected) {
            return new Joined.Rejected(rejected.findings());
        }
        Optional<ReadOutcome.Accepted> dataset = accepted(Optional.of(ofRows));
        Optional<ReadOutcome.Accepted> census = accepted(ofCensus);
        if (dataset.isPresent() && census.isPresent()) {
            MergedRecord merged = RecordMerge.merge(
                    dataset.get().child(),
                    census.get().child(),
                    entry.orElseThrow().referenceDate());
            return both(input, dataset.get(), census.get(), merged);
        }
        if (dataset.isPresent()) {
            return record(dataset.get(), dataset.get().findings(), dataset.get().findings());
        }
        return census.<Joined>map(only -> record(only, input.censusIsNew() ? only.findings() : List.of(), List.of()))
                .orElseGet(Joined.NoSubject::new);
    }

    /** Findings of the source that was not delivered now were reported when it was. */
    private static Joined both(
            ChildInput input, ReadOutcome.Accepted dataset, ReadOutcome.Accepted census, MergedRecord merged) {
        if (!merged.sameChild() && input.censusIsNew()) {
            return new Joined.Rejected(join(census.findings(), merged.findings()));
        }
        List<Rejection> ofBoth = merged.findings().stream()
                .map(merged.sameChild() ? f -> f : SourceJoin::asWarning)
                .toList();
        List<Rejection> ofRows = join(dataset.findings(), ofBoth);
        List<Rejection> reported = input.censusIsNew() ? join(census.findings(), ofBoth) : ofRows;
        return new Joined.Record(merged.child(), reported, !ofRows.isEmpty());
    }

    private static Joined.Record record(ReadOutcome.Accepted only, List<Rejection> reported, List<Rejection> ofRows) {
        return new Joined.Record(only.child(), reported, !ofRows.isEmpty());
    }

    /** The census was accepted when it was delivered; it is only left aside now. */
    private static Rejection asWarning(Rejection finding) {
        return new Rejection(
                finding.source(),
                finding.childId(),
                finding.field(),
                Rejection.Severity.WARNING,
                finding.code(),
                finding.message());
    }

    private static List<Rejection> join(List<Rejection> one, List<Rejection> other) {
        List<Rejection> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static Optional<ReadOutcome.Accepted> accepted(Optional<ReadOutcome> outcome) {
        return outcome.filter(ReadOutcome.Accepted.class::isInstance).map(ReadOutcome.Accepted.class::cast);
    }
}
