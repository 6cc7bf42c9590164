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
        fillRecords(jdbc);
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

    /** A Patient and nine plans for each child, as intake leaves them. */
    private void fillRecords(JdbcTemplate jdbc) {
        jdbc.execute("create table bench_number (nhs_number text primary key)");
        jdbc.batchUpdate(
                "insert into bench_number values (?)",
                numbers,
                1000,
                (row, number) -> row.setString(1, number.digits()));
        jdbc.execute("""
                insert into child (child_id, nhs_number, verification_status, birth_date, postcode_area, restricted,
                                   record_version, changed_at)
                select 'C' || nhs_number, nhs_number, '01', current_date - 2500, 'CV', false, 1, now() from bench_number
                """);
        jdbc.execute("""
                insert into resource (child_id, type, id, version, last_updated, category, about_person, hash, content,
                                      tokens, refs)
                select 'C' || nhs_number, 'Patient', 'p' || nhs_number, 1, now(), 'demographics', null, '\\x00',
                       convert_to(format($${"resourceType":"Patient","id":"p%1$s","meta":{"versionId":"1"},"identifier":[
                           {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%1$s"}],"name":[{"use":"official",
                           "family":"%2$s","given":["Bench"]}],"gender":"female","birthDate":"2019-01-31"}$$,
                           nhs_number, repeat('Long', 200)), 'UTF8'),
                       array['Patient.identifier|https://fhir.nhs.uk/Id/nhs-number|' || nhs_number,
                             'Patient.identifier=' || nhs_number], '{}'
                  from bench_number
                """);
        jdbc.execute("""
                insert into resource (child_id, type, id, version, last_updated, category, about_person, hash, content,
                                      tokens, refs)
                select 'C' || nhs_number, 'CarePlan', 'c' || nhs_number || n, 1, now(), 'child-protection', null, '\\x00',
                       convert_to(format($${"resourceType":"CarePlan","id":"c%1$s%2$s","meta":{"versionId":"1"},
                           "status":"active","intent":"plan","subject":{"reference":"Patient/p%1$s"},"title":"%3$s"}$$,
                           nhs_number, n, repeat('Long', 200)), 'UTF8'),
                       array['CarePlan.status=active', 'CarePlan.status!', 'CarePlan.patient|Patient/p' || nhs_number,
                             'CarePlan.patient=p' || nhs_number, 'CarePlan.patient!'], '{}'
                  from bench_number, generate_series(1, 9) n
                """);
    }

    String readPath() {
        return "/fhir/R4/Patient/p" + any();
    }

    String searchByIdentifierPath() {
        return "/fhir/R4/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + any();
    }

    String searchByPatientPath() {
        return "/fhir/R4/CarePlan?patient=p" + any();
    }

    String everythingPath() {
        return "/fhir/R4/Patient/p" + any() + "/$everything";
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
