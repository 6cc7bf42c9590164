package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRules.Verdict;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.retention.RetentionFacts;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;

/** How records stand: what the rules of erasure are asked about. */
@Component
public class Standing {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final JdbcTemplate jdbc;
    private final RetentionReader retention;
    private final LegalHolds holds;
    private final List<PersonalTraces> rooms;
    private final ErasureRules rules;
    private final Clock clock;

    Standing(
            JdbcTemplate jdbc,
            RetentionReader retention,
            LegalHolds holds,
            List<PersonalTraces> rooms,
            RetentionSchedule schedule,
            Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.holds = holds;
        this.rooms = List.copyOf(rooms);
        this.rules = new ErasureRules(schedule);
        this.clock = clock;
    }

    /** What stands against erasing the child now. In the caller's transaction it stays true until that ends. */
    public Verdict of(String childId, ErasureCause cause) {
        Optional<RetentionFacts> facts = retention.facts(childId);
        if (facts.isEmpty()) {
            return new Verdict(Set.of(Obstacle.NOT_HELD), Optional.empty(), Optional.empty());
        }
        RecordState state = new RecordState(
                holds.covers(childId),
                !neededBy(List.of(childId)).isEmpty(),
                !withOpenRequest(List.of(childId), cause).isEmpty());
        return rules.judge(cause, facts.get(), state, today());
    }

    /** Those whom a duty of some room forbids to erase. */
    public Set<String> neededBy(Collection<String> childIds) {
        Set<String> needed = new HashSet<>();
        rooms.forEach(room -> needed.addAll(room.neededBy(childIds)));
        return needed;
    }

    /** A disposal waits for every request; an erasure that was asked for does not wait for the request that asks for it. */
    public Set<String> withOpenRequest(Collection<String> childIds, ErasureCause cause) {
        return new HashSet<>(jdbc.queryForList("""
                select child_id from rights_request
                 where child_id = any(?) and state in ('RECEIVED', 'CONFIRMED', 'GRANTED')
                   and (? = 'DISPOSAL' or kind <> 'ERASURE')
                """, String.class, childIds.toArray(String[]::new), cause.name()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COUNCIL);
    }
}
