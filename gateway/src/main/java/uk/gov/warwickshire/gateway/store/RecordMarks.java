package uk.gov.warwickshire.gateway.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.fhir.EncodedRecord;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/**
 * Marks on resources that are not in the source: which elements a person disputes. A mark is part of the stored bytes, so
 * whoever reads or is sent the resource sees it, and it stays when the next extract is stored.
 */
@Component
public class RecordMarks {

    private final JdbcTemplate jdbc;
    private final ResourceTable resources;
    private final ChildTable children;
    private final DisputeTag tag;
    private final Clock clock;

    @Autowired
    RecordMarks(JdbcTemplate jdbc, GatewaySettings settings, Clock clock) {
        this(jdbc, settings.fhir().baseUri().toString(), clock);
    }

    RecordMarks(JdbcTemplate jdbc, String baseUri, Clock clock) {
        this.jdbc = jdbc;
        this.resources = new ResourceTable(jdbc);
        this.children = new ChildTable(jdbc);
        this.tag = new DisputeTag(baseUri);
        this.clock = clock;
    }

    /**
     * Marks exactly these elements of a child's resource as disputed; none takes the mark away. Joins the caller's
     * transaction, in which the child is locked, and makes a new version of the resource if that changes it.
     *
     * @return the version that now stands; empty if there is no such resource any more
     */
    public Optional<Long> dispute(String childId, String type, String id, Collection<String> elements) {
        jdbc.update("delete from record_mark where child_id = ? and type = ? and id = ?", childId, type, id);
        if (!elements.isEmpty()) {
            jdbc.update(
                    "insert into record_mark (child_id, type, id, elements) values (?, ?, ?, ?)",
                    childId,
                    type,
                    id,
                    elements.toArray(String[]::new));
        }
        return resources.ofChildren(List.of(childId)).stream()
                .filter(version -> version.type().equals(type) && version.id().equals(id))
                .findFirst()
                .map(version -> rewrite(version, elements));
    }

    private long rewrite(CurrentVersion current, Collection<String> elements) {
        byte[] stored = Objects.requireNonNull(jdbc.queryForObject(
                "select content from resource where child_id = ? and type = ? and id = ?",
                byte[].class,
                current.childId(),
                current.type(),
                current.id()));
        byte[] json = tag.set(DisputeTag.unversioned(stored), elements);
        byte[] hash = DisputeTag.sha256(json);
        if (Arrays.equals(hash, current.hash())) {
            return current.version();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long version = current.version() + 1;
        resources.archive(List.of(current), now);
        jdbc.update(
                """
                update resource set version = ?, last_updated = ?, hash = ?, content = ?
                 where child_id = ? and type = ? and id = ?
                """,
                version,
                Timestamp.from(now),
                hash,
                VersionedJson.of(current.type(), current.id(), json, version, now),
                current.childId(),
                current.type(),
                current.id());
        children.noteChanged(List.of(current.childId()), now);
        children.countOn(List.of(current.childId()), now);
        return version;
    }

    /** Records as they are to be stored: with the marks that are set on them. */
    List<ChildToSave> applied(List<ChildToSave> toSave) {
        Map<String, List<String>> marks =
                of(toSave.stream().map(child -> child.facts().childId()).toList());
        return marks.isEmpty()
                ? toSave
                : toSave.stream()
                        .map(child -> new ChildToSave(child.facts(), applied(child.encoded(), marks)))
                        .toList();
    }

    private EncodedRecord applied(EncodedRecord encoded, Map<String, List<String>> marks) {
        return new EncodedRecord(
                encoded.childId(),
                encoded.resources().stream()
                        .map(resource -> Optional.ofNullable(marks.get(encoded.childId() + " " + resource.reference()))
                                .map(elements -> marked(resource, elements))
                                .orElse(resource))
                        .toList());
    }

    private EncodedResource marked(EncodedResource resource, List<String> elements) {
        byte[] json = tag.set(resource.json(), elements);
        return new EncodedResource(
                resource.type(),
                resource.id(),
                resource.category(),
                resource.aboutPerson(),
                resource.directory(),
                json,
                DisputeTag.sha256(json),
                resource.search(),
                resource.references());
    }

    private Map<String, List<String>> of(List<String> childIds) {
        Map<String, List<String>> marks = new HashMap<>();
        jdbc.query(
                "select child_id, type, id, elements from record_mark where child_id = any(?)",
                row -> {
                    marks.put(
                            row.getString("child_id") + " " + row.getString("type") + "/" + row.getString("id"),
                            List.of((String[]) row.getArray("elements").getArray()));
                },
                (Object) childIds.toArray(String[]::new));
        return marks;
    }
}
