package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Statements on the other persons whom resources of a child are about. */
final class OtherPersonTable {

    private record Row(String childId, String personId, Identity identity) {}

    private final JdbcTemplate jdbc;

    OtherPersonTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Map<String, Identity>> ofChildren(Collection<String> childIds) {
        Map<String, Map<String, Identity>> others = new HashMap<>();
        jdbc.query("""
                select child_id, person_id, nhs_number, verification_status, restricted
                  from child_other_person where child_id = any(?)
                """, ps -> ps.setArray(1, texts(ps, childIds)), row -> {
            Identity identity = new Identity(
                    Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                    VerificationStatus.ofCode(row.getString("verification_status"))
                            .orElseThrow(),
                    row.getBoolean("restricted"));
            others.computeIfAbsent(row.getString("child_id"), id -> new HashMap<>())
                    .put(row.getString("person_id"), identity);
        });
        return others;
    }

    void replace(Collection<ChildFacts> children) {
        if (children.isEmpty()) {
            return;
        }
        List<String> ids = children.stream().map(ChildFacts::childId).toList();
        jdbc.update("delete from child_other_person where child_id = any(?)", ps -> ps.setArray(1, texts(ps, ids)));
        insert(children.stream()
                .flatMap(child -> child.others().entrySet().stream()
                        .map(other -> new Row(child.childId(), other.getKey(), other.getValue())))
                .toList());
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into child_other_person (child_id, person_id, nhs_number, verification_status, restricted)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", rows, Row::childId));
            ps.setArray(2, SqlArrays.of(ps, "text", rows, Row::personId));
            ps.setArray(3, SqlArrays.of(ps, "text", rows, r -> r.identity()
                    .nhsNumber()
                    .map(NhsNumber::digits)
                    .orElse(null)));
            ps.setArray(
                    4, SqlArrays.of(ps, "text", rows, r -> r.identity().status().code()));
            ps.setArray(5, SqlArrays.of(ps, "boolean", rows, r -> r.identity().restricted()));
        });
    }
}
