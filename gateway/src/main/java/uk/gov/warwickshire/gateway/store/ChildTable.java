package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Statements on the facts about children, each for a whole batch. */
final class ChildTable {

    private final JdbcTemplate jdbc;

    ChildTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes facts that differ, and locks every one of the rows, in one order for all, until the transaction ends.
     *
     * @return the children written, each with whether it is new
     */
    Map<String, Boolean> upsert(Collection<ChildFacts> children, Instant now) {
        Map<String, Boolean> written = new HashMap<>();
        jdbc.query(
                """
                insert into child as c
                       (child_id, nhs_number, verification_status, birth_date, postcode_area, restricted,
                        record_version, changed_at)
                select u.*, 1, ?
                  from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::boolean[])
                       as u (child_id, nhs_number, verification_status, birth_date, postcode_area, restricted)
                 order by u.child_id
                    on conflict (child_id) do update
                   set nhs_number = excluded.nhs_number, verification_status = excluded.verification_status,
                       birth_date = excluded.birth_date, postcode_area = excluded.postcode_area,
                       restricted = excluded.restricted, record_version = c.record_version + 1,
                       changed_at = excluded.changed_at
                 where (c.nhs_number, c.verification_status, c.birth_date, c.postcode_area, c.restricted)
                       is distinct from (excluded.nhs_number, excluded.verification_status, excluded.birth_date,
                                         excluded.postcode_area, excluded.restricted)
                returning child_id, xmax = 0 as created
                """,
                ps -> {
                    ps.setTimestamp(1, Timestamp.from(now));
                    ps.setArray(2, SqlArrays.of(ps, "text", children, ChildFacts::childId));
                    ps.setArray(3, SqlArrays.of(ps, "text", children, c -> c.nhsNumber()
                            .map(NhsNumber::digits)
                            .orElse(null)));
                    ps.setArray(4, SqlArrays.of(ps, "text", children, c -> c.verificationStatus()
                            .code()));
                    ps.setArray(5, SqlArrays.of(ps, "date", children, c -> c.birthDate()
                            .map(Date::valueOf)
                            .orElse(null)));
                    ps.setArray(6, SqlArrays.of(ps, "text", children, c -> c.postcodeArea()
                            .orElse(null)));
                    ps.setArray(7, SqlArrays.of(ps, "boolean", children, ChildFacts::restricted));
                },
                row -> {
                    written.put(row.getString("child_id"), row.getBoolean("created"));
                });
        return written;
    }

    /** Counts the record's version on where resources changed and the facts did not. */
    void countOn(Collection<String> childIds, Instant now) {
        if (childIds.isEmpty()) {
            return;
        }
        jdbc.update(
                "update child set record_version = record_version + 1, changed_at = ? where child_id = any(?)", ps -> {
                    ps.setTimestamp(1, Timestamp.from(now));
                    ps.setArray(2, texts(ps, childIds));
                });
    }

    /** For what follows the store. */
    void noteChanged(Collection<String> childIds, Instant now) {
        if (childIds.isEmpty()) {
            return;
        }
        jdbc.update("insert into record_change (child_id, changed_at) select unnest(?::text[]), ?", ps -> {
            ps.setArray(1, texts(ps, childIds));
            ps.setTimestamp(2, Timestamp.from(now));
        });
    }

    Map<String, Long> recordVersions(Collection<String> childIds) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query(
                "select child_id, record_version from child where child_id = any(?)",
                ps -> ps.setArray(1, texts(ps, childIds)),
                row -> {
                    versions.put(row.getString("child_id"), row.getLong("record_version"));
                });
        return versions;
    }
}
