package uk.gov.warwickshire.gateway.cpis;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.OutOfScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Table `cpis_status`. Every method joins the caller's transaction. */
@Repository
class StatusTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final CpIsRules rules;

    StatusTable(JdbcTemplate jdbc, CpIsRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    List<StatusRow> ofChildren(Collection<String> childIds) {
        return jdbc.query(
                "select * from cpis_status where child_id = any (?) order by child_id, ordinal",
                (row, i) -> read(row),
                (Object) childIds.toArray(String[]::new));
    }

    List<StatusRow> ofPersons(Collection<String> personIds) {
        return jdbc.query(
                "select * from cpis_status where person_id = any (?) order by child_id, ordinal",
                (row, i) -> read(row),
                (Object) personIds.toArray(String[]::new));
    }

    /** Replaces what was written of these children; `since` stays where the outcome is the same. */
    void replace(Collection<String> childIds, List<StatusRow> rows) {
        jdbc.update(
                """
                delete from cpis_status s
                 where s.child_id = any (?)
                   and not exists (select from unnest(?::text[], ?::int[]) as kept (child_id, ordinal)
                                    where kept.child_id = s.child_id and kept.ordinal = s.ordinal)
                """,
                childIds.toArray(String[]::new),
                rows.stream().map(StatusRow::childId).toArray(String[]::new),
                rows.stream().map(StatusRow::ordinal).toArray(Integer[]::new));
        Timestamp now = Timestamp.from(rules.now());
        jdbc.batchUpdate("""
                insert into cpis_status as s
                    (child_id, ordinal, person_id, outcome, nhs_number, person, reason, problems, identity_number,
                     verification, restricted, birth_date, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (child_id, ordinal) do update
                   set person_id = excluded.person_id, outcome = excluded.outcome, nhs_number = excluded.nhs_number,
                       person = excluded.person, reason = excluded.reason, problems = excluded.problems,
                       identity_number = excluded.identity_number, verification = excluded.verification,
                       restricted = excluded.restricted, birth_date = excluded.birth_date,
                       since = case when s.outcome = excluded.outcome and s.person_id = excluded.person_id
                                    then s.since else excluded.since end
                """, rows, BATCH, (statement, row) -> {
            CpIsStatus status = row.status();
            statement.setString(1, row.childId());
            statement.setInt(2, row.ordinal());
            statement.setString(3, row.personId());
            statement.setString(4, outcome(status));
            statement.setString(5, row.number().map(NhsNumber::digits).orElse(null));
            statement.setString(6, status instanceof InScope in ? JSON.writeValueAsString(in.person()) : null);
            statement.setString(
                    7, status instanceof OutOfScope out ? out.reason().name() : null);
            statement.setArray(8, statement.getConnection().createArrayOf("text", problems(status)));
            statement.setString(
                    9, row.identity().nhsNumber().map(NhsNumber::digits).orElse(null));
            statement.setString(10, row.identity().status().name());
            statement.setBoolean(11, row.identity().restricted());
            statement.setDate(12, row.birthDate().map(Date::valueOf).orElse(null));
            statement.setTimestamp(13, now);
        });
    }

    private static String outcome(CpIsStatus status) {
        if (status instanceof InScope) {
            return "IN_SCOPE";
        }
        return status instanceof OutOfScope ? "OUT_OF_SCOPE" : "NEEDS_ATTENTION";
    }

    private static Object[] problems(CpIsStatus status) {
        Set<Problem> problems = Set.of();
        if (status instanceof InScope in) {
            problems = in.problems();
        } else if (status instanceof NeedsAttention attention) {
            problems = attention.problems();
        }
        return problems.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static StatusRow read(ResultSet row) throws SQLException {
        String personId = row.getString("person_id");
        Set<Problem> problems = problems(row.getArray("problems"));
        CpIsStatus status =
                switch (row.getString("outcome")) {
                    case "IN_SCOPE" ->
                        new InScope(personId, JSON.readValue(row.getString("person"), CpIsPerson.class), problems);
                    case "OUT_OF_SCOPE" -> new OutOfScope(personId, CpIsStatus.Reason.valueOf(row.getString("reason")));
                    default -> new NeedsAttention(personId, problems);
                };
        Identity identity = new Identity(
                Optional.ofNullable(row.getString("identity_number")).map(NhsNumber::new),
                VerificationStatus.valueOf(row.getString("verification")),
                row.getBoolean("restricted"));
        return new StatusRow(
                row.getString("child_id"),
                row.getInt("ordinal"),
                status,
                identity,
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)));
    }

    private static Set<Problem> problems(@Nullable Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(Problem::valueOf)
                        .collect(Collectors.toSet());
    }
}
