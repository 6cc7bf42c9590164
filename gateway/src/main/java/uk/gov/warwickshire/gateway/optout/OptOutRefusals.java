package uk.gov.warwickshire.gateway.optout;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Numbers that the check service will not take: wrong, superseded, or of someone it does not know. */
@Component
public class OptOutRefusals {

    /** @param reason as the service gave it */
    public record Refused(NhsNumber number, Instant at, String reason) {
        @Override
        public String toString() {
            return "Refused[***]";
        }
    }

    /** Numbers refused for the same reason. */
    public record Cause(String reason, long numbers) {}

    private final JdbcTemplate jdbc;

    OptOutRefusals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Cause> causes() {
        return jdbc.query(
                "select reason, count(*) as n from opt_out_refused group by reason order by n desc, reason",
                (row, i) -> new Cause(row.getString("reason"), row.getLong("n")));
    }

    /** The numbers themselves: for those alone who may see them. Newest first. */
    public List<Refused> latest(int limit) {
        return jdbc.query(
                "select nhs_number, refused_at, reason from opt_out_refused order by refused_at desc limit ?",
                (row, i) -> new Refused(
                        new NhsNumber(row.getString("nhs_number")),
                        row.getTimestamp("refused_at").toInstant(),
                        row.getString("reason")),
                limit);
    }
}
