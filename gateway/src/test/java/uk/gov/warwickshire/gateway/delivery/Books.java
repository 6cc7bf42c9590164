package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The gateway's own balances, for tests that look at its database from outside. */
public final class Books {

    private Books() {}

    /** Of today and yesterday: a test may run past midnight. */
    public static List<Balance> of(JdbcTemplate jdbc) {
        LocalDate today = LocalDate.now(Clock.system(ZoneOffset.UTC));
        return new Balances(jdbc, List.of()).between(today.minusDays(1), today);
    }
}
