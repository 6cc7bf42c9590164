package uk.gov.warwickshire.gateway.disclosure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The table `choice`. */
@Component
class ChoiceTable {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    ChoiceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Choices in force on the day, of those persons who have any. */
    Map<NhsNumber, PersonalChoices> inForce(Collection<NhsNumber> numbers, LocalDate day) {
        return current(numbers).stream()
                .filter(choice -> choice.isInForceOn(day))
                .collect(Collectors.groupingBy(
                        Choice::nhsNumber, Collectors.collectingAndThen(Collectors.toList(), PersonalChoices::new)));
    }

    /** All choices of the persons that no later one replaces, whatever their dates. */
    List<Choice> current(Collection<NhsNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String[] digits = numbers.stream().map(NhsNumber::digits).distinct().toArray(String[]::new);
        return jdbc.query("""
                select nhs_number, choice, destination, given_by, valid_from, valid_until,
                       source_batch, source_file, source_row
                  from choice
                 where nhs_number = any(?) and replaced_at is null
                """, (row, i) -> choice(row), (Object) digits);
    }

    void markReplaced(List<Choice> old, Instant now) {
        jdbc.batchUpdate("""
                update choice set replaced_at = ?
                 where nhs_number = ? and choice = ? and destination = ? and valid_from = ? and replaced_at is null
                """, old, BATCH, (row, choice) -> {
            row.setTimestamp(1, Timestamp.from(now));
            row.setString(2, choice.nhsNumber().digits());
            row.setString(3, choice.kind().code());
            row.setString(4, choice.destination().orElse(""));
            row.setDate(5, Date.valueOf(choice.from()));
        });
    }

    void insert(List<Choice> choices, Instant now) {
        jdbc.batchUpdate("""
                insert into choice (nhs_number, choice, destination, given_by, valid_from, valid_until,
                                    source_batch, source_file, source_row, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, choices, BATCH, (row, choice) -> {
            row.setString(1, choice.nhsNumber().digits());
            row.setString(2, choice.kind().code());
            row.setString(3, choice.destination().orElse(""));
            row.setString(4, choice.givenBy());
            row.setDate(5, Date.valueOf(choice.from()));
            row.setDate(6, choice.until().map(Date::valueOf).orElse(null));
            row.setString(7, choice.source().batch());
            row.setString(8, choice.source().file());
            row.setLong(9, choice.source().row());
            row.setTimestamp(10, Timestamp.from(now));
        });
    }

    /** Claims all days up to this one that no one has claimed; empty if there is none. Returns the last day before them. */
    Optional<LocalDate> claimBoundariesUpTo(LocalDate day) {
        List<LocalDate> before = jdbc.query(
                """
                with earlier as (select coalesce(max(day), ?::date - 1) as day from choice_boundary where day < ?),
                     claimed as (insert into choice_boundary (day) values (?) on conflict do nothing returning day)
                select earlier.day from earlier, claimed
                """, (row, i) -> row.getDate(1).toLocalDate(), Date.valueOf(day), Date.valueOf(day), Date.valueOf(day));
        return before.stream().findFirst();
    }

    /** Persons with a choice that began after `before` and by `day`, or whose last day was from `before` to the day before. */
    List<NhsNumber> withBoundary(LocalDate before, LocalDate day) {
        return jdbc
                .queryForList(
                        """
                        select nhs_number from choice
                         where replaced_at is null and valid_from > ? and valid_from <= ?
                        union
                        select nhs_number from choice
                         where replaced_at is null and valid_until >= ? and valid_until < ?
                        """,
                        String.class,
                        Date.valueOf(before),
                        Date.valueOf(day),
                        Date.valueOf(before),
                        Date.valueOf(day))
                .stream()
                .map(NhsNumber::new)
                .toList();
    }

    private static Choice choice(ResultSet row) throws SQLException {
        Date until = row.getDate(6);
        return new Choice(
                new NhsNumber(row.getString(1)),
                Choice.Kind.ofCode(row.getString(2)).orElseThrow(),
                Optional.of(row.getString(3)).filter(destination -> !destination.isEmpty()),
                row.getString(4),
                row.getDate(5).toLocalDate(),
                Optional.ofNullable(until).map(Date::toLocalDate),
                new Choice.Source(row.getString(7), row.getString(8), row.getLong(9)));
    }
}
