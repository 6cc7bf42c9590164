package uk.gov.warwickshire.gateway.rights.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.rights.retention.RetentionTable.Kept;
import uk.gov.warwickshire.gateway.rights.retention.RetentionTable.Row;

/** Keeps the dates of review and disposal: with each change of a record, and anew when the schedule has changed. */
@Component
public class RetentionKeeper implements RecordListener {

    static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private static final int CHUNK = 2000;

    private final RetentionTable table;
    private final RetentionSchedule schedule;
    private final TransactionTemplate transaction;
    private final SingleRunner runner;
    private final List<FactsFollower> followers;
    private final Clock clock;

    RetentionKeeper(
            JdbcTemplate jdbc,
            RetentionSchedule schedule,
            TransactionTemplate transaction,
            SingleRunner runner,
            ObjectProvider<FactsFollower> followers,
            Clock clock) {
        this.table = new RetentionTable(jdbc);
        this.schedule = schedule;
        this.transaction = transaction;
        this.runner = runner;
        this.followers = followers.stream().toList();
        this.clock = clock;
    }

    @Override
    public void recordsChanged(List<DerivedRecord> records) {
        List<Row> rows = records.stream()
                .map(DerivedRecord::record)
                .map(record -> new Row(record.childId(), RecordFacts.of(record), RecordTies.of(record)))
                .toList();
        Instant now = clock.instant();
        table.save(rows, now);
        workOut(rows.stream().map(row -> new Kept(row.childId(), row.facts())).toList(), now);
        List<String> ids = rows.stream().map(Row::childId).toList();
        followers.forEach(follower -> follower.factsChanged(ids));
    }

    /** Works out again what an earlier schedule said; one replica does. */
    void catchUp() {
        runner.run("retention-catch-up", () -> {
            while (Boolean.TRUE.equals(transaction.execute(status -> chunk()))) {
                // The next two thousand.
            }
        });
    }

    private boolean chunk() {
        List<Kept> stale = table.underOtherSchedules(schedule.version(), CHUNK);
        workOut(stale, clock.instant());
        return stale.size() == CHUNK;
    }

    private void workOut(List<Kept> children, Instant now) {
        if (children.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, COUNCIL);
        table.workedOut(
                children.stream()
                        .map(child -> WorkedOut.of(
                                child.childId(), RetentionDates.of(child.facts(), schedule), schedule, today))
                        .toList(),
                schedule.version(),
                now);
    }
}
