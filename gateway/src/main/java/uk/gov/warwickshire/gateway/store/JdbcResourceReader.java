package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

@Component
class JdbcResourceReader implements ResourceReader {

    private static final String FACTS = """
            select child_id, nhs_number, verification_status, birth_date, postcode_area, restricted
              from child where child_id = any(?)
            """;

    private final JdbcTemplate jdbc;
    private final OtherPersonTable others;

    JdbcResourceReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.others = new OtherPersonTable(jdbc);
    }

    @Override
    public Map<String, List<StoredResource>> current(Collection<String> childIds) {
        List<StoredResource> own =
                jdbc.query("""
                select child_id, type, id, version, last_updated, category, about_person, content, refs
                  from resource where child_id = any(?)
                 order by child_id, type <> 'Patient', type, id
                """, ps -> ps.setArray(1, texts(ps, childIds)), (row, i) -> StoredResourceRow.map(row));
        return Records.withDirectory(own, this::directory);
    }

    private List<StoredResource> directory(Collection<String> references) {
        return jdbc.query("""
                select r.child_id, r.type, r.id, r.version, r.last_updated, r.category, r.about_person, r.content, r.refs
                  from unnest(?::text[]) as w (reference)
                  join resource r on r.child_id = '' and r.type = split_part(w.reference, '/', 1)
                                 and r.id = split_part(w.reference, '/', 2)
                """, ps -> ps.setArray(1, texts(ps, references)), (row, i) -> StoredResourceRow.map(row));
    }

    @Override
    public Optional<StoredResource> current(String type, String id) {
        return jdbc.query("""
                select child_id, type, id, version, last_updated, category, about_person, content, refs
                  from resource where type = ? and id = ?
                """, (row, i) -> StoredResourceRow.map(row), type, id).stream()
                .findFirst();
    }

    @Override
    public Map<String, ChildFacts> facts(Collection<String> childIds) {
        return facts(FACTS, childIds);
    }

    @Override
    public Map<String, ChildFacts> lockedFacts(Collection<String> childIds) {
        return facts(FACTS + " order by child_id for no key update", childIds);
    }

    private Map<String, ChildFacts> facts(String sql, Collection<String> childIds) {
        Map<String, ChildFacts> facts = new HashMap<>();
        List<ChildFacts> found =
                jdbc.query(sql, ps -> ps.setArray(1, texts(ps, childIds)), (row, i) -> child(row, Map.of()));
        Map<String, Map<String, Identity>> persons = others.ofChildren(childIds);
        found.forEach(child ->
                facts.put(child.childId(), withOthers(child, persons.getOrDefault(child.childId(), Map.of()))));
        return facts;
    }

    @Override
    public Set<String> childrenByNhsNumber(Collection<NhsNumber> numbers) {
        return new HashSet<>(jdbc.query(
                """
                select child_id from child where nhs_number = any(?)
                union
                select child_id from child_other_person where nhs_number = any(?)
                """,
                ps -> {
                    setNumbers(ps, 1, numbers);
                    setNumbers(ps, 2, numbers);
                },
                (row, i) -> row.getString("child_id")));
    }

    private static void setNumbers(PreparedStatement ps, int index, Collection<NhsNumber> numbers) throws SQLException {
        ps.setArray(index, SqlArrays.of(ps, "text", numbers, NhsNumber::digits));
    }

    private static ChildFacts child(ResultSet row, Map<String, Identity> others) throws SQLException {
        return new ChildFacts(
                row.getString("child_id"),
                Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                VerificationStatus.ofCode(row.getString("verification_status")).orElseThrow(),
                Optional.ofNullable(row.getDate("birth_date")).map(java.sql.Date::toLocalDate),
                Optional.ofNullable(row.getString("postcode_area")),
                row.getBoolean("restricted"),
                others);
    }

    private static ChildFacts withOthers(ChildFacts child, Map<String, Identity> others) {
        return new ChildFacts(
                child.childId(),
                child.nhsNumber(),
                child.verificationStatus(),
                child.birthDate(),
                child.postcodeArea(),
                child.restricted(),
                others);
    }
}
