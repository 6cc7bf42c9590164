package uk.gov.warwickshire.gateway.optout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The register in PostgreSQL. */
@Component
class JdbcOptOutRegister implements OptOutRegister {

    private static final List<String> TABLES = List.of(
            "delete from opt_out_status where nhs_number = any(?)",
            "delete from opt_out_request where nhs_number = any(?)",
            "delete from opt_out_refused where nhs_number = any(?)",
            "delete from opt_out_exchange_number where nhs_number = any(?)");

    private final JdbcTemplate jdbc;
    private final OptOutRules rules;

    JdbcOptOutRegister(JdbcTemplate jdbc, OptOutRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
        Map<NhsNumber, OptOutStatus> statuses = new HashMap<>();
        if (numbers.isEmpty()) {
            return statuses;
        }
        numbers.forEach(number -> statuses.put(number, OptOutStatus.UNKNOWN));
        Instant staleBefore = rules.staleBefore();
        jdbc.query(
                """
                select nhs_number, status, checked_at from opt_out_status where nhs_number = any(?)
                """,
                row -> {
                    Instant checked = row.getTimestamp("checked_at").toInstant();
                    State state = State.valueOf(row.getString("status"));
                    statuses.put(
                            new NhsNumber(row.getString("nhs_number")),
                            new OptOutStatus(state, Optional.of(checked), checked.isBefore(staleBefore)));
                },
                (Object) digits(numbers));
        return statuses;
    }

    @Override
    public void requestChecks(Collection<NhsNumber> numbers) {
        List<NhsNumber> mayBeAsked = numbers.stream().filter(rules::mayAskAbout).toList();
        if (mayBeAsked.isEmpty()) {
            return;
        }
        // In one order, so that two callers never wait for each other.
        jdbc.update("""
                insert into opt_out_request (nhs_number, requested_at)
                select wanted.number, ? from unnest(?) as wanted (number)
                 where not exists (select 1 from opt_out_refused r where r.nhs_number = wanted.number)
                   and not exists (select 1 from opt_out_exchange_number n
                                     join opt_out_exchange e on e.sequence = n.exchange
                                    where n.nhs_number = wanted.number and e.state = any(?))
                 order by wanted.number
                on conflict do nothing
                """, Timestamp.from(rules.clock().instant()), digits(mayBeAsked), ExchangeState.openNames());
    }

    @Override
    public void forget(Collection<NhsNumber> numbers) {
        TABLES.forEach(sql -> jdbc.update(sql, (Object) digits(numbers)));
    }

    private static String[] digits(Collection<NhsNumber> numbers) {
        return numbers.stream().map(NhsNumber::digits).distinct().toArray(String[]::new);
    }
}
