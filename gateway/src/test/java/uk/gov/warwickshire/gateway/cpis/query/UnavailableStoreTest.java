package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.cpis.PlanType;

/** A store that fails is never taken for "no plan", and nothing is told that is not on record. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnavailableStoreTest {

    private static final int POOL = 6;
    private static final long PATIENCE_MILLIS = 1000;
    private static final String KNOWN =
            "/cp-is/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9449306753";
    private static final String UNKNOWN = KNOWN.replace("9449306753", "9449306761");

    private static EmbeddedPostgres postgres;
    private static QueryServer server;
    private static JdbcTemplate jdbc;
    private static String token;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        postgres = EmbeddedPostgres.builder().start();
        server = new QueryServer(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres",
                Map.of(
                        "spring.datasource.hikari.maximum-pool-size", POOL,
                        "spring.datasource.hikari.connection-timeout", PATIENCE_MILLIS));
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        token = server.token();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @BeforeEach
    void aChildOnAPlan() {
        LocalDate start = LocalDate.ofInstant(server.bean(MovableClock.class).instant(), ZoneOffset.UTC)
                .minusDays(9);
        CpIsTimeline timeline = TestAnswers.timeline(TestAnswers.plan(PlanType.CPP, start.toString()));
        server.bean(FlagTable.class).replace(List.of("C1"), List.of(timeline));
        assertThat(server.get(KNOWN, token).statusCode()).isEqualTo(200);
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"audit_event", "disclosure_ledger", "cpis_flag", "choice"})
    void withoutOneOfItsTablesThereIsNoAnswer(String table) {
        long before = recorded();
        jdbc.execute("alter table " + table + " rename to elsewhere");
        try {
            assertUnavailable(server.get(KNOWN, token));
            if (table.equals("audit_event") || table.equals("cpis_flag")) {
                assertUnavailable(server.get(UNKNOWN, token));
            }
        } finally {
            jdbc.execute("alter table elsewhere rename to " + table);
        }
        assertThat(recorded())
                .as("what was not answered is not on record as answered")
                .isEqualTo(before);
        assertThat(server.get(KNOWN, token).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whileTheRecordIsLockedThereIsNoAnswerAndNoLongWait() throws SQLException {
        try (Connection other = postgres.getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table disclosure_ledger");
            Instant asked = Instant.now();

            assertUnavailable(server.get(KNOWN, token));

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
            other.rollback();
        }
        assertThat(server.get(KNOWN, token).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void withoutAConnectionThereIsNoAnswer() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                taken.add(server.bean(DataSource.class).getConnection());
            }
            assertUnavailable(server.get(KNOWN, token));
            assertUnavailable(server.get(UNKNOWN, token));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(server.get(KNOWN, token).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void withPostgresStoppedThereIsNoAnswer() throws IOException {
        postgres.close();

        assertUnavailable(server.get(KNOWN, token));
        assertUnavailable(server.get(UNKNOWN, token));
        assertUnavailable(server.get(KNOWN.replace("CareTeam", "AuditEvent"), token));
        assertUnavailable(server.get("/patient-flags-api/FHIR/R4/Flag?patient=9449306753", token));
        // A refusal cannot be recorded either.
        assertUnavailable(server.get("/cp-is/FHIR/R4/CareTeam?patient=1", token));
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.body())
                .contains("OperationOutcome", "UNABLE_TO_CALL_SERVICE", "01632 960999")
                .doesNotContain("Bundle");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    private static long recorded() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select (select count(*) from audit_event) + (select count(*) from disclosure_ledger)",
                        Long.class))
                .orElse(0L);
    }
}
