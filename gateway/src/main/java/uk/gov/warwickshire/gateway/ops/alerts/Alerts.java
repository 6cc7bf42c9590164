package uk.gov.warwickshire.gateway.ops.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What fires now, as the last evaluation on any replica found it. */
@Component
public class Alerts {

    private static final Comparator<FiringAlert> WORST_FIRST = Comparator.comparing(
                    (FiringAlert alert) -> !alert.isCpIs())
            .thenComparing(FiringAlert::severity)
            .thenComparing(FiringAlert::kind)
            .thenComparing(FiringAlert::since);

    private final JdbcTemplate jdbc;

    Alerts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Worst first, and CP-IS before everything else. */
    public List<FiringAlert> firing() {
        return jdbc.query("select * from alert where resolved_at is null", Alerts::alert).stream()
                .sorted(WORST_FIRST)
                .toList();
    }

    static FiringAlert alert(ResultSet row, int number) throws SQLException {
        return new FiringAlert(
                row.getString("rule"),
                row.getString("subject"),
                AlertKind.valueOf(row.getString("kind")),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("what_to_do"),
                row.getString("page"),
                row.getLong("counted"),
                row.getTimestamp("since").toInstant());
    }
}
