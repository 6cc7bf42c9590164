package uk.gov.warwickshire.gateway.cpis.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** A running flag query over a database of its own, with children that it knows, and a hospital that asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlagQueryFixture {

    static final String NUMBER = "9449306753";
    static final String CARE_TEAM = "/cp-is/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|";
    static final String FLAG = "/patient-flags-api/FHIR/R4/Flag?patient=";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    static final LocalDate BORN = TODAY.minusYears(9);

    final TestDatabase database = new TestDatabase();
    final JdbcTemplate jdbc = database.jdbc();
    QueryServer server;

    @BeforeAll
    void start() throws IOException, JOSEException {
        server = new QueryServer(database.url(), Map.of());
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate cpis_flag, cpis_query_access, cpis_query_author, cpis_access");
        server.bean(QueryTestApplication.Register.class).known.clear();
        server.bean(QueryTestApplication.Register.class).requested.clear();
    }

    int total() {
        return ask(CARE_TEAM + NUMBER).path("total").asInt();
    }

    JsonNode ask(String path, String... headers) {
        return json(server.get(path, server.token(), headers));
    }

    static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
        return JsonMapper.shared().readTree(response.body());
    }

    void held(String child, LocalDate born, CpIsPlan... plans) {
        held(child, born, false, plans);
    }

    void held(String child, LocalDate born, boolean restricted, CpIsPlan... plans) {
        Identity identity = new Identity(Optional.of(new NhsNumber(NUMBER)), VerificationStatus.VERIFIED, restricted);
        save(new CpIsTimeline(child, child, identity, Optional.of(born), List.of(plans), List.of()));
    }

    void save(CpIsTimeline timeline) {
        server.bean(FlagTable.class).replace(List.of(timeline.childId()), List.of(timeline));
    }

    /** From one day to another, counted from today; without an end it is open. */
    static CpIsPlan plan(PlanType type, int start, int... end) {
        CpIsPlan open = CpIsPlan.open(type, type + "" + start, TODAY.plusDays(start));
        return end.length == 0 ? open : open.endedOn(TODAY.plusDays(end[0]));
    }

    String lastHeadline(String child) {
        return String.valueOf(
                jdbc.queryForObject("select headline from disclosure_ledger where child_id = ?", String.class, child));
    }
}
