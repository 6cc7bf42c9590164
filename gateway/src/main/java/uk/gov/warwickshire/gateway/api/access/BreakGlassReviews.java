package uk.gov.warwickshire.gateway.api.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReview.Verdict;

/** The second pair of eyes on every emergency override. */
@Component
public class BreakGlassReviews {

    /**
     * Those that nobody has looked at.
     *
     * @param since when the oldest of them was granted; empty if there is none
     */
    public record Open(long count, long children, Optional<Instant> since) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    BreakGlassReviews(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Open open() {
        return jdbc.query(
                        """
                        select count(*), count(distinct child_id), min(granted_at) from break_glass_grant g
                         where not exists (select from break_glass_review r where r.grant_id = g.id)
                        """,
                        (row, i) -> new Open(
                                row.getLong(1),
                                row.getLong(2),
                                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
                .get(0);
    }

    public Map<UUID, BreakGlassReview> of(Collection<UUID> grants) {
        return jdbc
                .query(
                        "select * from break_glass_review where grant_id = any(?)",
                        (row, i) -> new BreakGlassReview(
                                row.getObject("grant_id", UUID.class),
                                Verdict.valueOf(row.getString("verdict")),
                                row.getString("reviewed_by"),
                                row.getString("why"),
                                row.getTimestamp("reviewed_at").toInstant()),
                        (Object) grants.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(BreakGlassReview::grant, Function.identity()));
    }

    /**
     * Records what was found, once and for good.
     *
     * @throws IllegalStateException if it was looked at before, or by the person who used it
     * @throws IllegalArgumentException without a reason
     */
    public void review(UUID grant, Verdict verdict, String who, String why) {
        BreakGlassReview review = new BreakGlassReview(grant, verdict, who, why, clock.instant());
        try {
            int added = jdbc.update(
                    """
                    insert into break_glass_review (grant_id, verdict, reviewed_by, why, reviewed_at)
                    select id, ?, ?, ?, ? from break_glass_grant where id = ? and lower(agent_user) <> lower(?)
                    """, review.verdict().name(), review.by(), review.why(), Timestamp.from(review.at()), grant, who);
            if (added == 0) {
                throw new IllegalStateException(
                        "There is no such override, or it was yours: a second person has to look at it.");
            }
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("Somebody has looked at it already.", twice);
        }
    }
}
