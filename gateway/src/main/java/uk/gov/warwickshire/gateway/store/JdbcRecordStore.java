package uk.gov.warwickshire.gateway.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;
import uk.gov.warwickshire.mappings.record.Identity;

/** A constant number of statements for a batch of children, however many resources they have. */
@Component
class JdbcRecordStore implements RecordStore {

    private final Clock clock;
    private final TransactionTemplate callersTransaction;
    private final ChildTable children;
    private final OtherPersonTable others;
    private final ResourceTable resources;
    private final DirectoryWriter directory;
    private final RecordMarks marks;

    JdbcRecordStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, RecordMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
        this.callersTransaction = transaction(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
        this.children = new ChildTable(jdbc);
        this.others = new OtherPersonTable(jdbc);
        this.resources = new ResourceTable(jdbc);
        this.directory = new DirectoryWriter(
                resources, transaction(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Override
    public List<SavedChild> save(List<ChildToSave> toSave) {
        if (toSave.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Stream<EncodedResource> encoded = toSave.stream().flatMap(child -> child.encoded().resources().stream());
        directory.write(encoded.filter(EncodedResource::directory).toList(), now);
        return callersTransaction.execute(status -> saveInTransaction(toSave, now));
    }

    private List<SavedChild> saveInTransaction(List<ChildToSave> toSave, Instant now) {
        List<ChildFacts> facts = toSave.stream().map(ChildToSave::facts).toList();
        Map<String, Boolean> written = children.upsert(facts, now);
        Set<String> known = facts.stream()
                .map(ChildFacts::childId)
                .filter(id -> !written.getOrDefault(id, false))
                .collect(Collectors.toSet());
        Set<String> changedFacts = new HashSet<>(written.keySet());
        changedFacts.addAll(replaceOthers(facts, known));

        // Marked only now: the children are locked, so a mark that is being set is seen.
        List<RecordChanges> changes = changes(marks.applied(toSave), known, now);
        write(changes, now);
        children.noteChanged(
                changes.stream()
                        .filter(RecordChanges::any)
                        .map(RecordChanges::childId)
                        .toList(),
                now);
        children.countOn(
                changes.stream()
                        .filter(change -> !written.containsKey(change.childId()))
                        .filter(change -> change.any() || changedFacts.contains(change.childId()))
                        .map(RecordChanges::childId)
                        .toList(),
                now);

        Map<String, Long> versions = children.recordVersions(
                changes.stream().map(RecordChanges::childId).toList());
        return changes.stream()
                .map(change -> saved(
                        change, versions.getOrDefault(change.childId(), 0L), changedFacts.contains(change.childId())))
                .toList();
    }

    private Set<String> replaceOthers(List<ChildFacts> facts, Set<String> known) {
        var stored = known.isEmpty() ? Map.<String, Map<String, Identity>>of() : others.ofChildren(known);
        List<ChildFacts> differing = facts.stream()
                .filter(child -> !child.others().equals(stored.getOrDefault(child.childId(), Map.of())))
                .toList();
        others.replace(differing);
        return differing.stream().map(ChildFacts::childId).collect(Collectors.toSet());
    }

    private List<RecordChanges> changes(List<ChildToSave> toSave, Set<String> known, Instant now) {
        Map<String, List<CurrentVersion>> current = known.isEmpty()
                ? Map.of()
                : resources.ofChildren(known).stream().collect(Collectors.groupingBy(CurrentVersion::childId));
        Map<String, Long> lastDeleted = known.isEmpty() ? Map.of() : resources.lastDeleted(known);
        return toSave.stream()
                .map(child -> RecordChanges.between(
                        current.getOrDefault(child.facts().childId(), List.of()), child, lastDeleted, now))
                .toList();
    }

    private void write(List<RecordChanges> changes, Instant now) {
        resources.archive(all(changes, RecordChanges::superseded), now);
        resources.archive(all(changes, RecordChanges::deleted), now);
        resources.write(all(changes, RecordChanges::updated));
        resources.create(all(changes, RecordChanges::created));
        resources.delete(all(changes, RecordChanges::deleted), now);
    }

    private static <T> List<T> all(List<RecordChanges> changes, Function<RecordChanges, List<T>> part) {
        return changes.stream().map(part).flatMap(List::stream).toList();
    }

    private static SavedChild saved(RecordChanges changes, long version, boolean factsChanged) {
        return new SavedChild(
                changes.childId(),
                version,
                changes.created().size(),
                changes.updated().size(),
                changes.deleted().size(),
                factsChanged);
    }

    private static TransactionTemplate transaction(PlatformTransactionManager manager, int propagation) {
        return new TransactionTemplate(manager, new DefaultTransactionDefinition(propagation));
    }
}
