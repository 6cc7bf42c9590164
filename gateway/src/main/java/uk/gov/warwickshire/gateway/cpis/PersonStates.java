package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Loads {@link PersonState}s, with one query for each kind of fact. */
@Repository
class PersonStates {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;
    private final StatusTable statuses;
    private final CpIsRules rules;

    PersonStates(JdbcTemplate jdbc, StatusTable statuses, CpIsRules rules) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.rules = rules;
    }

    /** Everyone a status, a holding or an open order is about, in order. */
    List<String> everyone() {
        return jdbc.queryForList("""
                select person_id from cpis_status where outcome <> 'OUT_OF_SCOPE'
                 union select person_id from cpis_held
                 union select person_id from cpis_upload
                        where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                 order by 1
                """, String.class);
    }

    /** In the order of the persons. */
    Map<String, PersonState> load(Collection<String> personIds) {
        Map<String, List<StatusRow>> rows = grouped(statuses.ofPersons(personIds), StatusRow::personId);
        Map<String, List<Holding>> held = grouped(holdings(personIds), Holding::personId);
        Map<String, List<Withdrawal>> withdrawn = grouped(withdrawals(personIds), Withdrawal::personId);
        Map<String, List<Refusal>> refused = refusals(personIds);
        Set<NhsNumber> numbers = new HashSet<>();
        personIds.forEach(person ->
                numbers.addAll(numbers(rows.getOrDefault(person, List.of()), held.getOrDefault(person, List.of()))));
        Map<NhsNumber, Optional<NhsNumber>> inactive = inactive(numbers);
        Map<NhsNumber, Set<String>> claims = claims(numbers);
        Map<String, PersonState> states = new LinkedHashMap<>();
        for (String person : personIds) {
            List<StatusRow> own = rows.getOrDefault(person, List.of());
            List<Holding> holdings = held.getOrDefault(person, List.of());
            Set<NhsNumber> carried = numbers(own, holdings);
            Map<NhsNumber, Optional<NhsNumber>> gone = gone(carried, inactive);
            carried.removeIf(
                    number -> claims.getOrDefault(number, Set.of()).stream().allMatch(person::equals));
            states.put(
                    person,
                    new PersonState(
                            person,
                            own,
                            holdings,
                            withdrawn.getOrDefault(person, List.of()),
                            refused.getOrDefault(person, List.of()),
                            gone,
                            carried));
        }
        return states;
    }

    private static Set<NhsNumber> numbers(Collection<StatusRow> rows, Collection<Holding> holdings) {
        return Stream.concat(
                        rows.stream().flatMap(row -> row.number().stream()),
                        holdings.stream().map(Holding::number))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Holding> holdings(Collection<String> personIds) {
        return jdbc.query(
                "select * from cpis_held where person_id = any (?) order by person_id, nhs_number",
                (row, i) -> new Holding(
                        row.getString("person_id"),
                        JSON.readValue(row.getString("person"), CpIsPerson.class),
                        row.getLong("file"),
                        row.getTimestamp("acknowledged_at").toInstant()),
                (Object) personIds.toArray(String[]::new));
    }

    private List<Withdrawal> withdrawals(Collection<String> personIds) {
        return jdbc.query(
                """
                select person_id, plan_type, plan_id, cause, nhs_number, former_number, ordered_at
                  from cpis_withdrawal
                 where person_id = any (?) and revoked_at is null order by ordered_at
                """,
                (row, i) -> new Withdrawal(
                        row.getString("person_id"),
                        new CpIsWithdrawal(
                                PlanType.valueOf(row.getString("plan_type")),
                                row.getString("plan_id"),
                                CpIsWithdrawal.Cause.valueOf(row.getString("cause"))),
                        Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                        row.getBoolean("former_number"),
                        rules.dayOf(row.getTimestamp("ordered_at").toInstant())),
                (Object) personIds.toArray(String[]::new));
    }

    /** Of each kind of record the latest one that CP-IS has answered, where the answer was a refusal. */
    private Map<String, List<Refusal>> refusals(Collection<String> personIds) {
        Map<String, List<Refusal>> refusals = new HashMap<>();
        jdbc.query(
                """
                select * from (
                    select distinct on (person_id, unborn) person_id, unborn, outcome, record_hash, code, file
                      from cpis_file_record
                     where person_id = any (?) and outcome <> 'OPEN'
                     order by person_id, unborn, file desc) latest
                 where outcome = 'REFUSED'
                """,
                row -> {
                    refusals.computeIfAbsent(row.getString("person_id"), key -> new ArrayList<>())
                            .add(new Refusal(
                                    row.getBoolean("unborn"),
                                    Refusal.hex(row.getBytes("record_hash")),
                                    row.getString("code"),
                                    row.getLong("file")));
                },
                (Object) personIds.toArray(String[]::new));
        return refusals;
    }

    /** Of the numbers and of whatever has replaced them, which is added to the numbers. */
    private Map<NhsNumber, Optional<NhsNumber>> inactive(Set<NhsNumber> numbers) {
        Map<NhsNumber, Optional<NhsNumber>> inactive = new HashMap<>();
        Set<NhsNumber> asked = Set.copyOf(numbers);
        while (!asked.isEmpty()) {
            jdbc.query(
                    "select nhs_number, replacement from cpis_inactive_number where nhs_number = any (?)",
                    row -> {
                        inactive.put(
                                new NhsNumber(row.getString(1)),
                                Optional.ofNullable(row.getString(2)).map(NhsNumber::new));
                    },
                    (Object) digits(asked));
            asked = inactive.values().stream()
                    .flatMap(Optional::stream)
                    .filter(numbers::add)
                    .collect(Collectors.toSet());
        }
        return inactive;
    }

    /** Inactive numbers that one leads to from those a person carries; their replacements are added to what is carried. */
    private static Map<NhsNumber, Optional<NhsNumber>> gone(
            Set<NhsNumber> carried, Map<NhsNumber, Optional<NhsNumber>> inactive) {
        Map<NhsNumber, Optional<NhsNumber>> gone = new HashMap<>();
        Deque<NhsNumber> open = new ArrayDeque<>(carried);
        while (!open.isEmpty()) {
            NhsNumber number = open.remove();
            Optional<NhsNumber> replacement = inactive.getOrDefault(number, Optional.empty());
            if (inactive.containsKey(number)) {
                gone.put(number, replacement);
            }
            replacement.filter(carried::add).ifPresent(open::add);
        }
        return gone;
    }

    /** Who of the council's people carries a number, as far as they are in scope. */
    private Map<NhsNumber, Set<String>> claims(Set<NhsNumber> numbers) {
        Map<NhsNumber, Set<String>> claims = new HashMap<>();
        jdbc.query(
                """
                select distinct nhs_number, person_id from cpis_status
                 where nhs_number = any (?) and outcome = 'IN_SCOPE'
                """,
                row -> {
                    claims.computeIfAbsent(new NhsNumber(row.getString(1)), key -> new TreeSet<>())
                            .add(row.getString(2));
                },
                (Object) digits(numbers));
        return claims;
    }

    private static String[] digits(Set<NhsNumber> numbers) {
        return numbers.stream().map(NhsNumber::digits).toArray(String[]::new);
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by));
    }
}
