package uk.gov.warwickshire.gateway.ops.console.messages;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Deliveries of a month, with a decision and an attempt each, as a council of middle size has them. */
final class ManyDeliveries {

    /** An id of version 7 for the time, as the gateway makes them. */
    private static final String ID = """
            create function pg_temp.id_at(at timestamptz, kind int, n int) returns uuid language sql immutable as $$
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
                        || '8' || lpad(to_hex(kind), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid
            $$
            """;

    private static final List<String> TABLES = List.of(
            """
            create temporary table made as
            select n, 'C' || (n %% 30000) as child,
                   (array['icr.coventry-warwickshire', 'icr.birmingham-solihull', 'icr.herefordshire-worcestershire'])[n %% 3 + 1]
                       as destination,
                   now() - (%1$d - n) * interval '25 seconds' as at,
                   case when n %% 250 = 0 then 'DEAD' when n %% 100 = 1 then 'HELD' when n %% 50 = 2 then 'WITHHELD'
                        when n %% 1000 = 3 then 'RETRYING' else 'ACKNOWLEDGED' end as state
              from generate_series(1, %1$d) n
            """,
            """
            insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, attempts,
                                  next_attempt_at, reason, ledger_id, last_status, last_error, finished_at)
            select child, destination, pg_temp.id_at(at, 1, n), 'RECORD', state,
                   'batch ' || pg_temp.id_at(date_trunc('day', at), 3, 1), at::date, at, 1, now() + interval '1 day',
                   case state when 'HELD' then 'STATUS_UNKNOWN' when 'WITHHELD' then
                        case when n % 4 = 2 then 'RESTRICTED' else 'OPTED_OUT_NATIONAL' end else 'NOT_OPTED_OUT' end,
                   pg_temp.id_at(at, 2, n),
                   case state when 'DEAD' then 422 when 'RETRYING' then 503 when 'ACKNOWLEDGED' then 200 end,
                   case state when 'DEAD' then
                       '{"resourceType":"OperationOutcome","issue":[{"code":"code-invalid","expression":["CarePlan.category"]}]}'
                       when 'RETRYING' then 'answered 503' when 'ACKNOWLEDGED' then 'confirmed' end,
                   case when state in ('ACKNOWLEDGED', 'WITHHELD') then at + interval '2 seconds' end
              from made
            """,
            """
            insert into disclosure_ledger (
                child_id, id, decided_at, destination, kind, message_id, delivery_id, outcome, headline, reasons,
                policy_version, purpose, legal_basis, agreement_ids, verification_status, restricted, opt_out_state,
                opt_out_checked_at, opt_out_stale, choices, other_persons, categories, resources, left_out)
            select child, pg_temp.id_at(at, 2, n), at + interval '1 second', destination, 'PUSH', pg_temp.id_at(at, 4, n),
                   pg_temp.id_at(at, 1, n), o.outcome, o.headline, array[o.headline], '1 a1b2c3', 'individual-care',
                   'public-task', array['icr'], '01', false, 'UNKNOWN', null, false, '[]', '[]', array['demographics'],
                   '["Patient/p-1/_history/1"]', '[]'
              from made
              cross join lateral (
                  select case state when 'HELD' then 'HELD' when 'WITHHELD' then 'WITHHELD' else 'SENT' end as outcome,
                         case state when 'HELD' then 'STATUS_UNKNOWN' when 'WITHHELD' then
                              case when n % 4 = 2 then 'RESTRICTED' else 'OPTED_OUT_NATIONAL' end else 'NOT_OPTED_OUT' end
                             as headline) o
            """,
            """
            insert into delivery_attempt (delivery_id, attempt, ledger_id, outcome, status, error, started_at, finished_at)
            select pg_temp.id_at(at, 1, n), 1, pg_temp.id_at(at, 2, n),
                   case state when 'DEAD' then 'REFUSED' when 'RETRYING' then 'FAILED' else 'ACKNOWLEDGED' end,
                   case state when 'DEAD' then 422 when 'RETRYING' then 503 else 200 end, null, at + interval '1 second',
                   at + interval '2 seconds'
              from made where state not in ('HELD', 'WITHHELD')
            """,
            """
            insert into delivery_due (due_on, destination, counted, cause)
            select at::date, destination, count(*), 'load' from made group by 1, 2
            """,
            """
            insert into intake_batch (id, format, lane, name, sha256, size_bytes, state, received_at, from_inbox)
            select distinct pg_temp.id_at(date_trunc('day', at), 3, 1), 'ssd', 'CHILDREN', 'ssd-' || at::date || '.zip',
                   '\\x00'::bytea, 1, 'COMPLETED', date_trunc('day', at), false
              from made
            """,
            """
            insert into cpis_status (child_id, ordinal, person_id, outcome, problems, verification, restricted, since)
            select 'C' || n, 0, 'C' || n, 'NEEDS_ATTENTION', array['NHS_NUMBER_NOT_VERIFIED'], 'TRACE_REQUIRED', false, now() from generate_series(1, 3000, 20) n
            """,
            // What the database would do by itself some minutes later, in the midst of the measurement.
            "vacuum analyze delivery",
            "vacuum analyze disclosure_ledger",
            "vacuum analyze delivery_attempt",
            // Whoever follows fills the index anew.
            "delete from message_position");

    private ManyDeliveries() {}

    static void load(JdbcTemplate gateway, int deliveries) {
        try (var connection = Objects.requireNonNull(gateway.getDataSource()).getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // What is loaded is not noted row by row.
            jdbc.execute("set session_replication_role = replica");
            jdbc.execute(ID);
            jdbc.execute(TABLES.get(0).formatted(deliveries));
            TABLES.stream().skip(1).forEach(jdbc::execute);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
