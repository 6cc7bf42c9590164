package uk.gov.warwickshire.gateway.intake.reference;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.ErasureCheck;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.identity.IdentityRow;

/** What identity files said of persons. Every method joins the caller's transaction, one for each file. */
@Repository
class Identities {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Identities(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin() {
        jdbc.execute("""
                create temporary table identity_incoming (
                    child_id text not null, nhs_number text, status text not null, restricted boolean not null,
                    row_no bigint not null
                ) on commit drop
                """);
    }

    void stage(List<IdentityRow> rows) {
        jdbc.batchUpdate("insert into identity_incoming values (?, ?, ?, ?, ?)", rows, rows.size(), (into, row) -> {
            into.setString(1, row.childId());
            into.setString(2, row.identity().nhsNumber().map(NhsNumber::digits).orElse(null));
            into.setString(3, row.identity().status().name());
            into.setBoolean(4, row.identity().restricted());
            into.setLong(5, row.source().row());
        });
    }

    /** A person of whom the file says two things keeps what was known before. Returns how many persons. */
    int rejectContradictions(UUID batch, String file) {
        jdbc.execute("create index on identity_incoming (child_id)");
        jdbc.execute("analyze identity_incoming");
        jdbc.execute("""
                create temporary table identity_contradicted on commit drop as
                select child_id from identity_incoming group by child_id
                having count(distinct (coalesce(nhs_number, ''), status, restricted)) > 1
                """);
        jdbc.update("""
                insert into intake_finding
                    (batch_id, stage, file, source_table, row_no, child_id, severity, code, message)
                select ?, 'FILE', ?, 'identity', row_no, child_id, 'ROW_REJECTED', 'CONTRADICTORY_ROWS',
                       'The file has two rows of this person that differ; what was known before stays. Keep the right one.'
                  from identity_incoming where child_id in (select child_id from identity_contradicted)
                 order by row_no
                """, batch, file);
        jdbc.update("delete from identity_incoming where child_id in (select child_id from identity_contradicted)");
        Integer persons = jdbc.queryForObject("select count(*) from identity_contradicted", Integer.class);
        return persons == null ? 0 : persons;
    }

    /** Of erased persons nothing is kept; the finding names the row alone. Returns how many persons. */
    int rejectErased(UUID batch, String file, ErasureCheck erasure) {
        List<String> persons = jdbc.queryForList("select distinct child_id from identity_incoming", String.class);
        String[] erased = erasure.children(persons).entrySet().stream()
                .filter(person -> person.getValue() == Standing.ERASED)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (erased.length == 0) {
            return 0;
        }
        Rejection words = ErasureCheck.finding(new SourceRow(file, "identity", 1), Severity.ROW_REJECTED);
        jdbc.update("""
                insert into intake_finding
                    (batch_id, stage, file, source_table, row_no, child_id, severity, code, message)
                select ?, 'FILE', ?, 'identity', row_no, '', ?, ?, ?
                  from identity_incoming where child_id = any(?) order by row_no
                """, batch, file, words.severity().name(), words.code(), words.message(), erased);
        jdbc.update("delete from identity_incoming where child_id = any(?)", (Object) erased);
        return erased.length;
    }

    /** Returns the persons whose identity is now another than before, be it through a row of somebody else. */
    List<String> apply(UUID batch) {
        Set<String> changed =
                new LinkedHashSet<>(jdbc.queryForList("""
                insert into child_identity as i (child_id, nhs_number, status, restricted, batch_id, updated_at)
                select distinct on (child_id) child_id, nhs_number, status, restricted, ?, ? from identity_incoming
                 order by child_id, row_no
                on conflict (child_id) do update
                   set nhs_number = excluded.nhs_number, status = excluded.status,
                       restricted = excluded.restricted, batch_id = excluded.batch_id,
                       updated_at = excluded.updated_at
                 where (i.nhs_number, i.status, i.restricted)
                       is distinct from (excluded.nhs_number, excluded.status, excluded.restricted)
                returning child_id
                """, String.class, batch, Timestamp.from(clock.instant())));
        changed.addAll(jdbc.queryForList("""
                update child_identity i set disputed = not disputed
                 where disputed <> (nhs_number is not null and exists (
                           select 1 from child_identity o
                            where o.nhs_number = i.nhs_number and o.child_id <> i.child_id))
                returning child_id
                """, String.class));
        return List.copyOf(changed);
    }

    void reportDisputed(UUID batch, String file) {
        jdbc.update("""
                insert into intake_finding
                    (batch_id, stage, file, source_table, row_no, child_id, field, severity, code, message)
                select ?, 'FILE', ?, 'identity', n.row_no, n.child_id, 'nhs_number', 'WARNING',
                       'NHS_NUMBER_CLAIMED_TWICE',
                       'Two persons have this NHS number: it counts as not verified for either. Trace both.'
                  from identity_incoming n join child_identity i on i.child_id = n.child_id
                 where i.disputed
                 order by n.row_no
                """, batch, file);
    }

    /** Of the persons of the file; what an attempt cut off by a crash has changed was changed by this batch. */
    Counters count(UUID batch) {
        Counters counted = jdbc.queryForObject(
                """
                select count(distinct n.child_id) filter (where i.batch_id = ?),
                       count(distinct n.child_id) filter (where i.batch_id <> ?)
                  from identity_incoming n join child_identity i on i.child_id = n.child_id
                """, (row, n) -> Counters.ofChildren(row.getLong(1), row.getLong(2), 0), batch, batch);
        return counted == null ? Counters.NONE : counted;
    }
}
