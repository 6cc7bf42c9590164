package uk.gov.warwickshire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.demo.data.ClosedCases;
import uk.gov.warwickshire.gateway.demo.data.Situation;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;
import uk.gov.warwickshire.gateway.testing.ReadmeLines;

/** What a newcomer sees: the packaged demo from its first start to its second. */
class DemoIT {

    private static final List<String> REGIONS =
            List.of("coventry-warwickshire", "birmingham-solihull", "herefordshire-worcestershire");
    private static final int CHILDREN = 360;
    private static final long SEED = 937;

    @TempDir
    Path folder;

    private int simulators;
    private JdbcTemplate jdbc;

    @Test
    void everyChildEndsAsThePolicySaysAndNothingLeavesTwice() throws Exception {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        try (GatewayProcess gateway = GatewayProcess.asPackaged(folder, settings())) {
            awaitTables(gateway, 1);

            assertThat(gateway.log())
                    .contains("held      STATUS_UNKNOWN", "withheld  OPTED_OUT_NATIONAL", "withheld  OBJECTED_ICR")
                    .contains("withheld  RESTRICTED", "sent      NOT_OPTED_OUT", "sent      PERMITTED_BY_CONSENT")
                    .contains("rejected children: ", "curl ")
                    .doesNotContain("not everything has come to rest");
            assertThat(outcomes()).isEqualTo(expected());
            assertThat(requests()).isEqualTo(decisionsToSend()).isPositive();
            assertEveryAnswerOfCpIsOccurred();
            assertNothingPersonalIn(gateway.log());

            assertPartnerReadsARecord(gateway);
            assertHospitalSeesAPlan(gateway);
            assertEveryRightCanBeTried();

            gateway.close();
            gateway.restart();
            awaitTables(gateway, 2);
            assertThat(requests())
                    .as("the same children, nothing changed: nothing is sent again")
                    .isZero();
        }
    }

    private Map<String, String> settings() throws IOException {
        simulators = GatewayProcess.freePort();
        int database = GatewayProcess.freePort();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + database + "/postgres?user=postgres");
        jdbc = new JdbcTemplate(source);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", folder.resolve("data").toString());
        settings.put("gateway.demo.simulator-port", String.valueOf(simulators));
        settings.put("gateway.demo.children", String.valueOf(CHILDREN));
        // Others use this machine too.
        settings.put("gateway.demo.patience", "150s");
        settings.put("gateway.embedded-database.port", String.valueOf(database));
        return settings;
    }

    private static void awaitTables(GatewayProcess gateway, int count) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(6));
        while (gateway.log().split("Ctrl-C stops it", -1).length <= count) {
            assertThat(Instant.now()).as("table %d is printed", count).isBefore(end);
            Thread.sleep(500);
        }
    }

    /** The lines of the README, word for word, but for the addresses. */
    private List<String> readme(GatewayProcess gateway, String marker) throws Exception {
        return ReadmeLines.run(
                marker,
                Map.of(
                        "data/demo", folder.resolve("data/demo").toString(),
                        "http://localhost:8090", "http://localhost:" + simulators,
                        "http://localhost:8080", gateway.uri("").toString()));
    }

    private void assertHospitalSeesAPlan(GatewayProcess gateway) throws Exception {
        String answer = String.join("", readme(gateway, "hospital"));
        assertThat(answer)
                .contains("\"type\":\"searchset\"", "\"resourceType\":\"CareTeam\"")
                .doesNotContain("\"total\":0");
    }

    private void assertPartnerReadsARecord(GatewayProcess gateway) throws Exception {
        List<String> answers = readme(gateway, "partner");
        assertThat(answers).hasSize(5).noneMatch(answer -> answer.contains("\"severity\":\"error\""));
        assertThat(answers.get(0)).contains("\"type\":\"searchset\"", "\"total\":1", "\"resourceType\":\"Patient\"");
        assertThat(answers.get(1)).startsWith("{\"resourceType\":\"Patient\"");
        assertThat(answers.get(2)).contains("\"type\":\"searchset\"", "\"resourceType\":\"CareTeam\"");
        assertThat(answers.get(3)).contains("\"type\":\"searchset\"", "\"resourceType\":\"Patient\"");
        assertThat(answers.get(4)).contains("\"type\":\"document\"", "\"resourceType\":\"Composition\"");
    }

    /** What was planned for each child, where anything is sent at all. */
    private static Map<String, String> expected() {
        SyntheticFamilies families = new SyntheticFamilies(SEED, CHILDREN, Clock.systemUTC());
        Map<String, String> expected = new TreeMap<>();
        families.childIds().forEach(child -> {
            Situation situation = families.situationOf(child).orElseThrow();
            if (situation.expected() != Situation.Expected.REJECTED) {
                expected.put(
                        child, situation.expected() + " " + situation.reason().orElse(""));
            }
        });
        ClosedCases.childIds().forEach(child -> expected.put(child, "SENT NOT_OPTED_OUT"));
        return expected;
    }

    private Map<String, String> outcomes() {
        Map<String, String> outcomes = new TreeMap<>();
        jdbc.query("""
                select distinct on (child_id) child_id,
                       case when state = 'ACKNOWLEDGED' then 'SENT' else state end || ' ' || reason
                  from delivery d
                 where not (state = 'ACKNOWLEDGED' and reason is null)
                   and not exists (select from delivery e where e.child_id = d.child_id and e.seq < d.seq and e.state = 'HELD')
                 order by child_id, seq desc
                """, row -> {
            outcomes.put(row.getString(1), row.getString(2));
        });
        return outcomes;
    }

    private void assertEveryAnswerOfCpIsOccurred() {
        assertThat(jdbc.queryForList("select distinct code from cpis_inbound where outcome = 'APPLIED'", String.class))
                .contains("CPF01", "CPF02", "CPF03", "CPF04", "CPF05", "CPF06", "15");
        assertThat(jdbc.queryForList("select distinct code from cpis_file_record", String.class))
                .contains("CPR01", "CPR02", "CPR03", "CPR04", "CPR05", "CPR06", "CPR07", "CPR99");
        assertThat(jdbc.queryForList("select distinct kind from cpis_inbound", String.class))
                .contains("ACCESS", "EMPTY_ACCESS", "INACTIVE_NUMBER");
        assertThat(jdbc.queryForList("select sequence from cpis_file order by 1", Long.class))
                .as("numbers without a gap")
                .isEqualTo(LongStream.rangeClosed(
                                1, jdbc.queryForList("select 1 from cpis_file").size())
                        .boxed()
                        .toList());
    }

    /** A request of each kind, a hold, and a disposal that is due. */
    private void assertEveryRightCanBeTried() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        jdbc.queryForList("select distinct kind from rights_request", String.class))
                .containsExactlyInAnyOrder(
                        Arrays.stream(RequestKind.values()).map(Enum::name).toArray(String[]::new)));
        assertThat(jdbc.queryForList("select name from legal_hold where released_at is null", String.class))
                .isNotEmpty();
        assertThat(jdbc.queryForList(
                        "select child_id from retention_child where outcome = 'DATED' and dispose_from <= current_date",
                        String.class))
                .containsAnyElementsOf(ClosedCases.childIds());
    }

    private long decisionsToSend() {
        Long count = jdbc.queryForObject(
                "select count(*) from disclosure_ledger where outcome = 'SENT' and destination like 'icr.%'",
                Long.class);
        return count == null ? 0 : count;
    }

    /** What the regions counted; each of them refused nothing. */
    private long requests() throws Exception {
        long requests = 0;
        for (String region : REGIONS) {
            URI uri = URI.create("http://localhost:" + simulators + "/icr/" + region + "/received");
            String body = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
            var received = JsonMapper.builder().build().readTree(body);
            assertThat(received.path("refused").asInt(-1)).isZero();
            requests += received.path("requests").asLong();
        }
        return requests;
    }

    private void assertNothingPersonalIn(String log) {
        List<String> personal = jdbc.queryForList("""
                select nhs_number from child_identity where nhs_number is not null
                 union
                select content::jsonb #>> '{name,0,family}' from current_patient_json
                """.replace("current_patient_json", patients()), String.class);
        assertThat(personal).hasSizeGreaterThan(CHILDREN);
        assertThat(personal).noneMatch(value -> value != null && log.contains(value));
    }

    /** The stored Patients as text. */
    private static String patients() {
        return "(select convert_from(content, 'UTF8') as content from resource where type = 'Patient') patients";
    }
}
