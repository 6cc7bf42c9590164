package uk.gov.warwickshire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.foreign.CaseSystem;
import uk.gov.warwickshire.gateway.foreign.DemoGateway;
import uk.gov.warwickshire.gateway.foreign.Family;
import uk.gov.warwickshire.gateway.foreign.FamilyFacts;
import uk.gov.warwickshire.gateway.foreign.UkCoreValidator;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/**
 * An extract made by somebody else, after the published column list of each case system, goes in by file drop and by
 * HTTP and comes out at the region as valid UK Core, and nothing of it where it does not belong.
 */
class ForeignExtractIT {

    private static final String REGION = "coventry-warwickshire";
    private static final int CHILDREN = Family.SIZE;

    @TempDir
    static Path folder;

    private static DemoGateway gateway;
    private static UkCoreValidator validator;
    private static String engineer;
    private static final Map<String, String> CHECKED = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(GatewayProcess.isPackaged(), "skipped: target/gateway.jar is not there: package first");
        assumeTrue(
                UkCoreValidator.isPresent()
                        && Arrays.stream(CaseSystem.values()).allMatch(CaseSystem::isPublished),
                "skipped: ../shared/data is not there, so neither column lists nor profiles");
        gateway = new DemoGateway(folder);
        engineer = gateway.token("engineer");
        validator = new UkCoreValidator(FhirContext.forR4Cached());
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @AfterEach
    void theLogNamesNobody() throws Exception {
        String log = gateway.log();
        assertThat(log).as("all is in the log").contains("The demo has started");
        for (CaseSystem system : CaseSystem.values()) {
            Family family = new Family(system);
            assertThat(family.personal()).noneMatch(log::contains);
            assertThat(family.ids()).noneMatch(log::contains);
        }
        assertThat(Family.secrets()).noneMatch(log::contains);
    }

    /** One system's files are dropped first, those of the others posted; then the same extract comes the other way. */
    @ParameterizedTest
    @EnumSource
    void comesOutAsUkCoreWhicheverWayItCame(CaseSystem system) throws Exception {
        Family family = new Family(system);
        boolean dropFirst = system == CaseSystem.SYSTEMC;
        String name = "export-" + system.ordinal();
        handIn(dropFirst, "identity", name + "-identity.csv", family.identities());
        handIn(dropFirst, "directory", name + "-directory.csv", family.directory());
        byte[] extract = family.extract();
        assertThat(Family.secretsIn(extract)).as("texts that must not leave").isGreaterThan(100);
        JsonNode batch = handIn(dropFirst, "ssd", name + "-first.zip", extract);

        assertCompleted(batch, "ssd", name + "-first.zip");
        assertThat(batch.path("children").path("changed").asInt()).isEqualTo(CHILDREN);

        long requests = gateway.received(REGION).path("requests").asLong();
        assertThat(requests).isPositive();
        assertAllValidAndNothingSecret();
        new FamilyFacts(system, CHECKED.values()).check();

        JsonNode again = handIn(!dropFirst, "ssd", name + "-again.zip", extract);
        assertCompleted(again, "ssd", name + "-again.zip");
        assertThat(again.path("children").path("changed").asInt()).isZero();
        assertThat(again.path("children").path("unchanged").asInt()).isEqualTo(CHILDREN);
        assertThat(gateway.received(REGION).path("requests").asLong()).isEqualTo(requests);

        String report = gateway.report("ssd", name + (dropFirst ? "-first.zip" : "-again.zip"));
        assertNamesNobody(report);
    }

    @Test
    void aStrangerMayNotHandIn() throws Exception {
        byte[] extract = new Family(CaseSystem.ECLIPSE).extract();

        assertThat(gateway.post("ssd", "stranger.zip", extract, "").statusCode())
                .isEqualTo(401);
        assertThat(gateway.post("ssd", "stranger.zip", extract, gateway.token("hospital"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void ofADamagedExtractNothingIsApplied() throws Exception {
        byte[] extract = new Family(CaseSystem.ECLIPSE).extract();
        long children = gateway.children();
        long requests = gateway.received(REGION).path("requests").asLong();

        HttpResponse<String> answer =
                gateway.post("ssd", "damaged.zip", Arrays.copyOf(extract, extract.length / 2), engineer);
        String location = answer.headers().firstValue("Location").orElseThrow();
        JsonNode batch = gateway.ended(location, engineer);

        assertThat(batch.path("state").asString()).isEqualTo("FAILED");
        assertThat(gateway.get(location + "/report", engineer).lines().skip(1))
                .singleElement()
                .asString()
                .contains("FILE_REJECTED,FILE_FAILED,")
                .matches(".*[a-z]{3}.* .*\\.\"?");
        assertThat(gateway.children()).isEqualTo(children);
        assertThat(gateway.received(REGION).path("requests").asLong()).isEqualTo(requests);
    }

    private static JsonNode handIn(boolean drop, String format, String name, byte[] content) throws Exception {
        if (drop) {
            gateway.drop(format, name, content);
            return ended(gateway.locationOf(name));
        }
        HttpResponse<String> answer = gateway.post(format, name, content, engineer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/intake/batches/");
        assertShape(JsonMapper.builder().build().readTree(answer.body()));
        return ended(location);
    }

    private static JsonNode ended(String location) throws Exception {
        JsonNode batch = gateway.ended(location, engineer);
        assertNamesNobody(gateway.get(location + "/report", engineer));
        return batch;
    }

    /** Ids of children are a report's business; what else is known of them is not. */
    private static void assertNamesNobody(String report) {
        assertThat(report).startsWith("file,table,row,child_id,field,severity,code,message");
        for (CaseSystem system : CaseSystem.values()) {
            assertThat(new Family(system).personal()).noneMatch(report::contains);
        }
        assertThat(Family.secrets()).noneMatch(report::contains);
    }

    private static void assertCompleted(JsonNode batch, String format, String name) throws Exception {
        assertShape(batch);
        String location = "/intake/batches/" + batch.path("id").asString();
        assertThat(batch.path("state").asString()).as(rejections(location)).isEqualTo("COMPLETED");
        assertThat(batch.path("format").asString()).isEqualTo(format);
        assertThat(batch.path("name").asString()).isEqualTo(name);
        assertThat(batch.path("children").path("received").asInt()).isEqualTo(CHILDREN);
        assertThat(batch.path("children").path("rejected").asInt()).isZero();
        assertThat(batch.path("rows").asLong()).isPositive();
    }

    private static String rejections(String location) throws Exception {
        return gateway.get(location + "/report", engineer)
                .lines()
                .filter(line -> !line.contains(",WARNING,"))
                .collect(Collectors.joining("\n"));
    }

    private static void assertShape(JsonNode batch) {
        assertThat(batch.propertyNames())
                .containsExactly("id", "format", "name", "state", "children", "rows", "startedAt", "finishedAt");
        assertThat(batch.path("children").propertyNames())
                .containsExactly("received", "changed", "unchanged", "rejected");
    }

    /** Each resource is validated once, when it is first seen. */
    private static void assertAllValidAndNothingSecret() throws Exception {
        JsonNode received = gateway.received(REGION);
        Map<String, String> held = gateway.heldBy(REGION);
        long counted = received.path("resources")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(held).as("all that the region received is looked at").hasSize((int) counted);
        assertThat(received.path("refused").asInt(-1)).isZero();
        held.forEach((key, json) -> {
            assertThat(Family.secrets()).as(key).noneMatch(json::contains);
            if (!json.equals(CHECKED.put(key, json))) {
                List<String> errors = validator.errors(json);
                assertThat(errors).as(key).isEmpty();
            }
        });
    }
}
