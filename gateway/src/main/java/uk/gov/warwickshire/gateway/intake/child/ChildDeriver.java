package uk.gov.warwickshire.gateway.intake.child;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.intake.ErasureCheck;
import uk.gov.warwickshire.gateway.intake.child.ChildSource.Mark;
import uk.gov.warwickshire.gateway.store.ChildToSave;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ssd.References;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.profiles.check.Fault;

/** Finds out what a chunk of children comes to: who has changed, and what their records are now. Writes nothing. */
@Component
class ChildDeriver {

    private static final Logger LOG = LoggerFactory.getLogger(ChildDeriver.class);

    private final ChildSources sources;
    private final InputLoader inputs;
    private final SurroundingsLoader loader;
    private final RecordHash hashes;
    private final SourceJoin join;
    private final RecordMaker maker;
    private final ErasureCheck erasure;

    ChildDeriver(
            ChildSources sources,
            InputLoader inputs,
            SurroundingsLoader loader,
            RecordHash hashes,
            SourceJoin join,
            RecordMaker maker,
            ErasureCheck erasure) {
        this.sources = sources;
        this.inputs = inputs;
        this.loader = loader;
        this.hashes = hashes;
        this.join = join;
        this.maker = maker;
        this.erasure = erasure;
    }

    Derivation derive(UUID batch, Incoming incoming, Timings timings) {
        long start = System.nanoTime();
        Derivation derivation = new Derivation();
        List<String> ids = incoming.childIds();
        Map<String, Mark> marks = sources.marks(ids);
        List<ChildInput> children = inputs.load(incoming, marks.keySet(), derivation.findings);
        Map<String, References> references = children.stream()
                .collect(Collectors.toMap(ChildInput::childId, c -> c.rows().references()));
        PersonRows persons =
                incoming instanceof Incoming.Rows rows ? rows.extract().persons() : PersonRows.NONE;
        Surroundings surroundings = loader.load(ids, references.values(), persons);
        Map<String, Standing> erased = erasure.children(ids);
        derivation.erased.putAll(erased);
        timings.add(Phase.LOOK_UP, System.nanoTime() - start);

        for (ChildInput child : children) {
            References wanted =
                    references.getOrDefault(child.childId(), child.rows().references());
            byte[] hash = timings.time(Phase.COMPARE, () -> hashes.of(child, wanted, surroundings, maker.today()));
            Optional<Mark> mark = Optional.ofNullable(marks.get(child.childId()));
            Optional<Standing> standing = Optional.ofNullable(erased.get(child.childId()));
            new OneChild(batch, child, wanted, hash, mark, surroundings, standing, derivation, timings).derive();
        }
        return derivation;
    }

    private final class OneChild {
        private final UUID batch;
        private final ChildInput child;
        private final References references;
        private final byte[] hash;
        private final Optional<Mark> mark;
        private final Surroundings surroundings;
        private final Optional<Standing> erased;
        private final Derivation into;
        private final Timings timings;

        OneChild(
                UUID batch,
                ChildInput child,
                References references,
                byte[] hash,
                Optional<Mark> mark,
                Surroundings surroundings,
                Optional<Standing> erased,
                Derivation into,
                Timings timings) {
            this.batch = batch;
            this.child = child;
            this.references = references;
            this.hash = hash;
            this.mark = mark;
            this.surroundings = surroundings;
            this.erased = erased;
            this.into = into;
            this.timings = timings;
        }

        void derive() {
            boolean same = mark.filter(m -> Arrays.equals(m.hash(), hash)).isPresent();
            SsdChildRows rows = child.rows();
            if (!rows.isEmpty() && rows.of(SsdTable.PERSON).isEmpty()) {
                rows.all().forEach(row -> into.findings.add(ChildFindings.orphan(rows, row)));
                outcome(ChildOutcome.REJECTED);
            } else if (same
                    && !child.censusIsNew()
                    && !mark.map(Mark::hasFindings).orElse(false)) {
                outcome(sameAsBefore());
            } else {
                read(same);
            }
        }

        private void read(boolean same) {
            try {
                Joined joined = timings.time(Phase.READ, () -> join.join(child, surroundings));
                switchOn(joined, same);
            } catch (RuntimeException e) {
                // One child's trouble is not another's. The message may repeat values, so only the place is logged.
                LOG.error(
                        "Batch {}: a child could not be mapped: {} at {}",
                        batch,
                        e.getClass().getName(),
                        place(e));
                reject(List.of(ChildFindings.notMapped(child)));
            }
        }

        private void switchOn(Joined joined, boolean same) {
            if (erased.filter(Standing.ERASED::equals).isPresent()) {
                switchOnErased(joined);
            } else if (joined instanceof Joined.Record accepted) {
                accept(accepted, same);
            } else if (joined instanceof Joined.Rejected rejected) {
                reject(rejected.findings());
            } else {
                notASubject(same);
            }
        }

        /** One that cannot be read may be at risk: it is named, so that somebody looks. */
        private void switchOnErased(Joined joined) {
            if (joined instanceof Joined.Record accepted && maker.isAtRisk(accepted.child())) {
                into.findings.add(ChildFindings.erasedAndAtRisk(child));
                into.returned.add(child.childId());
                accept(accepted, false);
                return;
            }
            if (joined instanceof Joined.Rejected rejected) {
                into.findings.addAll(rejected.findings());
            }
            into.findings.add(ErasureCheck.finding(child.first(), Rejection.Severity.CHILD_REJECTED));
            outcome(ChildOutcome.REJECTED);
        }

        private ChildRecord record(Joined.Record accepted) {
            return erased.isPresent() ? AtRisk.forCpIsAlone(accepted.child()) : accepted.child();
        }

        private void accept(Joined.Record accepted, boolean same) {
            into.findings.addAll(accepted.findings());
            if (!same) {
                // Also of a child that a fault in a resource keeps from being stored: it must not hide it from CP-IS.
                into.derived.add(maker.derived(record(accepted), surroundings));
                ChildToSave made = maker.make(record(accepted), surroundings, timings);
                List<Fault> faults = maker.faults(made, timings);
                if (!faults.isEmpty()) {
                    LOG.error("Batch {}: what was made of a child is not valid: {}", batch, faults);
                    reject(faults.stream()
                            .map(fault -> ChildFindings.notConformant(child, fault))
                            .toList());
                    return;
                }
                into.records.add(made);
                keep(true, accepted.rowsHaveFindings());
                child.census().filter(c -> child.censusIsNew()).ifPresent(c -> into.census.add(c.entry()));
            }
            outcome(same ? sameAsBefore() : ChildOutcome.CHANGED);
        }

        private void reject(List<Rejection> findings) {
            into.findings.addAll(findings);
            outcome(ChildOutcome.REJECTED);
        }

        private void notASubject(boolean same) {
            boolean hadRecord = mark.map(Mark::hasRecord).orElse(false);
            if (hadRecord) {
                into.findings.add(ChildFindings.noLongerSubject(child));
            }
            if (!same) {
                keep(false, hadRecord);
            }
            outcome(hadRecord ? ChildOutcome.UNCHANGED : ChildOutcome.NONE);
        }

        private void keep(boolean hasRecord, boolean hasFindings) {
            into.sources.add(new ChildSource(
                    child.childId(), hasRecord, child.rows().toJson(), hash, UseKey.of(references), hasFindings));
        }

        /** What an attempt cut off by a crash has changed was changed by this batch. */
        private ChildOutcome sameAsBefore() {
            if (!mark.map(Mark::hasRecord).orElse(false)) {
                return ChildOutcome.NONE;
            }
            return mark.map(Mark::batch).filter(batch::equals).isPresent()
                    ? ChildOutcome.CHANGED
                    : ChildOutcome.UNCHANGED;
        }

        private void outcome(ChildOutcome outcome) {
            into.outcomes.put(child.childId(), outcome);
        }
    }

    private static String place(RuntimeException e) {
        return Arrays.stream(e.getStackTrace())
                .limit(3)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
