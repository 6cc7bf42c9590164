package uk.gov.warwickshire.gateway.cpis.query;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Children on a plan, with numbers that are never issued, each with an opt-out status of today. */
final class BenchData {

    private final List<NhsNumber> numbers;

    BenchData(int children) {
        numbers = IntStream.iterate(10_000_000, i -> i + 1)
                .mapToObj(i -> "9" + i)
                .flatMap(nine -> IntStream.range(0, 10)
                        .mapToObj(check -> NhsNumber.parse(nine + check))
                        .flatMap(Optional::stream))
                .limit(children)
                .toList();
    }

    void fill(JdbcTemplate jdbc) {
        LocalDate today = LocalDate.now();
        String plans = StatusText.ofPlans(List.of(CpIsPlan.open(PlanType.CPP, "1", today.minusDays(90))));
        jdbc.batchUpdate("""
                insert into cpis_flag (child_id, person_id, nhs_number, verification_status, birth_date, restricted,
                                       plans, unclear, version, changed_at)
                values ('C' || ?, 'C' || ?, ?, '01', ?, false, ?, '[]', 1, now())
                """, numbers, 1000, (row, number) -> {
            row.setString(1, number.digits());
            row.setString(2, number.digits());
            row.setString(3, number.digits());
            row.setDate(4, Date.valueOf(today.minusYears(7)));
            row.setString(5, plans);
        });
        jdbc.batchUpdate(
                "insert into opt_out_status (nhs_number, status, checked_at, exchange) values (?, 'NOT_OPTED_OUT', now(), 0)",
                numbers,
                1000,
                (row, number) -> row.setString(1, number.digits()));
        jdbc.execute("create table bench_plan as select nhs_number, plans from cpis_flag");
        jdbc.execute("alter table bench_plan add primary key (nhs_number)");
        jdbc.execute(
                "create table bench_seen (id uuid primary key, nhs_number text not null, at timestamptz not null)");
        jdbc.execute("vacuum analyze");
    }

    String flagPath() {
        return "/cp-is/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + any();
    }

    String referencePath() {
        return "/reference?patient=" + any();
    }

    private String any() {
        return numbers.get(ThreadLocalRandom.current().nextInt(numbers.size())).digits();
    }
}
