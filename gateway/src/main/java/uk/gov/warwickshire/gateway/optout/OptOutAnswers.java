package uk.gov.warwickshire.gateway.optout;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.common.SubjectChanges.Cause;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Turns answers into statuses, and tells the other rooms about whom something changed. Joins the caller's transaction. */
@Component
class OptOutAnswers {

    private final JdbcTemplate jdbc;
    private final OptOutRules rules;
    private final SubjectChanges changes;

    OptOutAnswers(JdbcTemplate jdbc, OptOutRules rules, SubjectChanges changes) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.changes = changes;
    }

    /** Whether the answer names only people who were asked about. */
    boolean namesOnlyAsked(Exchange exchange, Set<String> returned) {
        Integer strangers =
                jdbc.queryForObject("""
                select count(*) from unnest(?) as returned (number)
                 where not exists (select 1 from opt_out_exchange_number n
                                    where n.exchange = ? and n.nhs_number = returned.number)
                """, Integer.class, returned.toArray(String[]::new), exchange.sequence());
        return strangers != null && strangers == 0;
    }

    /** Everyone who was asked about and is not in the list has opted out. An older answer never replaces a newer one. */
    void apply(Exchange exchange, Set<String> returned) {
        Timestamp asked = Timestamp.from(exchange.attemptedAt().orElse(exchange.createdAt()));
        List<NhsNumber> changed = jdbc
                .queryForList(
                        """
                        with answer as (
                            select asked.nhs_number,
                                   case when clean.number is null then 'OPTED_OUT' else 'NOT_OPTED_OUT' end as status
                              from opt_out_exchange_number asked
                              left join unnest(?) as clean (number) on clean.number = asked.nhs_number
                             where asked.exchange = ?),
                        written as (
                            insert into opt_out_status as s (nhs_number, status, checked_at, exchange)
                            select nhs_number, status, ?, ? from answer order by nhs_number
                            on conflict (nhs_number) do update
                               set status = excluded.status, checked_at = excluded.checked_at,
                                   exchange = excluded.exchange
                             where s.checked_at <= excluded.checked_at
                            returning s.nhs_number, s.status)
                        select written.nhs_number
                          from written left join opt_out_status before on before.nhs_number = written.nhs_number
                         where before.status is distinct from written.status or before.checked_at < ?
                         order by written.nhs_number
                        """,
                        String.class,
                        returned.toArray(String[]::new),
                        exchange.sequence(),
                        asked,
                        exchange.sequence(),
                        Timestamp.from(rules.staleBefore()))
                .stream()
                .map(NhsNumber::new)
                .toList();
        jdbc.update("""
                delete from opt_out_request r using opt_out_exchange_number n
                 where n.exchange = ? and n.nhs_number = r.nhs_number
                """, exchange.sequence());
        changes.record(changed, Cause.OPT_OUT_STATUS);
    }

    /** The number the service will not take: it stays unknown, and out of every further file. */
    void refuse(String number) {
        jdbc.update(
                """
                insert into opt_out_refused (nhs_number, refused_at, reason) values (?, ?, ?)
                on conflict do nothing
                """,
                number,
                Timestamp.from(rules.clock().instant()),
                "the national service says that it is not a valid NHS number");
        jdbc.update("delete from opt_out_request where nhs_number = ?", number);
    }
}
