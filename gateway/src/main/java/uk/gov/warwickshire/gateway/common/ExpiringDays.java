package uk.gov.warwickshire.gateway.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Books of which a day goes whole, both sides in one transaction, so that what is left of them balances. A day on which
 * something must stay, stays whole.
 */
public final class ExpiringDays implements ExpiringTraces {

    private final JdbcTemplate jdbc;
    private final TraceKind kind;
    private final String books;
    private final String count;
    private final String dispose;

    /**
     * @param books what became due, with its state; `due_on` is the day
     * @param due the other side: how many became due
     * @param key columns of both that make one account, `due_on` first
     * @param kept condition on a row `t` of the books that must stay
     */
    public ExpiringDays(JdbcTemplate jdbc, TraceKind kind, String books, String due, String key, String kept) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.books = books;
        this.count =
                "select coalesce(sum(n) filter (where not kept), 0), coalesce(sum(n) filter (where kept), 0) from ("
                        + "select count(*) as n, bool_or(coalesce(" + kept + ", false)) as kept from " + books
                        + " t where due_on < ? group by " + key + ") days";
        this.dispose = "with day as (select " + key + " from " + books + " t where due_on < ? group by " + key
                + " having not bool_or(coalesce(" + kept + ", false)) order by " + key + " limit 1),"
                + " other_side as (delete from " + due + " where (" + key + ") in (select * from day)),"
                + " gone as (delete from " + books + " where (" + key + ") in (select * from day) returning 1)"
                + " select (select count(*) from day), (select count(*) from gone)";
    }

    @Override
    public String place() {
        return books;
    }

    @Override
    public TraceKind kind() {
        return kind;
    }

    @Override
    public Expired count(Instant before) {
        return Optional.ofNullable(jdbc.queryForObject(
                        count, (row, i) -> new Expired(row.getLong(1), row.getLong(2)), day(before)))
                .orElseThrow();
    }

    @Override
    public OptionalLong dispose(Instant before) {
        return Optional.ofNullable(jdbc.queryForObject(
                        dispose,
                        (row, i) -> row.getLong(1) == 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong(2)),
                        day(before)))
                .orElseThrow();
    }

    private static LocalDate day(Instant before) {
        return LocalDate.ofInstant(before, ZoneOffset.UTC);
    }
}
