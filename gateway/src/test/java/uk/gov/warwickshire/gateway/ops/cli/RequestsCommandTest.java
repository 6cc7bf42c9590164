package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** A request from its entry to its answer at a terminal. */
class RequestsCommandTest {

    private static final String URL = "spring.datasource.url";
    private static final String AGREEMENTS = "gateway.agreements";

    @TempDir
    private static Path folder;

    private static TestDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = new TestDatabase();
        System.setProperty(URL, database.url());
        System.setProperty(AGREEMENTS, "classpath:demo/agreements.yaml");
        System.setProperty("gateway.policy", "classpath:demo/disclosure-policy.yaml");
        System.setProperty("gateway.rights.pseudonym-key", "a key of the tests, as long as it has to be");
        System.setProperty("gateway.retention-schedule", ApprovedSchedule.in(folder));
        for (String region :
                new String[] {"coventry-warwickshire", "birmingham-solihull", "herefordshire-worcestershire"}) {
            System.setProperty("gateway.icr.regions." + region + ".postcode-areas", "CV");
        }
    }

    @AfterAll
    static void stop() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("gateway."));
        System.clearProperty(URL);
        database.close();
    }

    @Test
    void whatBecomesOfTheGatewaysOwnTracesIsShown() {
        Ran shown = Ran.of("traces");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("disclosure_ledger (months)", "25 years", "mesh_message", "break_glass_grant", "done/")
                .contains("There was no run yet.");
        assertThat(JsonMapper.shared()
                        .readTree(Ran.of("traces", "--json").out())
                        .get("next")
                        .size())
                .isGreaterThan(15);
    }

    @Test
    void aSubjectAccessRequestIsAnswered() throws IOException {
        String id = add("subject-access", LocalDate.now(Clock.systemUTC()).minusDays(40));

        Ran listed = Ran.of("requests", "list", "--json");
        JsonNode first = JsonMapper.shared().readTree(listed.out()).get(0);
        assertThat(listed.exitCode()).as("one is overdue").isEqualTo(1);
        assertThat(first.get("id").asString()).isEqualTo(id);
        assertThat(first.get("urgency").asString()).isEqualTo("RED");
        assertThat(listed.out()).doesNotContain("Marrow");
        assertThat(Ran.of("requests", "decide", id, "--ground", "entitled", "--because", "yes"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err()).contains("cannot become GRANTED"));

        assertThat(Ran.of("requests", "confirm", id, "--evidence", "passport").exitCode())
                .isZero();
        assertThat(Ran.of("requests", "decide", id, "--ground", "entitled", "--because", "yes")
                        .err())
                .isEmpty();
        assertThat(Ran.of("requests", "pack", id).exitCode())
                .as("nothing of others")
                .isZero();
        Path archive = folder.resolve("pack.zip");
        Ran released = Ran.of("requests", "release", id, archive.toString());

        assertThat(released.out()).containsPattern("^[a-z2-9]{5}(-[a-z2-9]{5}){4}\\s*$");
        assertThat(Files.size(archive)).isPositive();
        assertThat(Ran.of("requests", "show", id).out()).contains("COMPLETED", "pack released", "(command line)");
    }

    @Test
    void aRestrictionSaysWhatItCannotDo() throws IOException {
        String id = add("restriction", LocalDate.now(Clock.systemUTC()));

        assertThat(Ran.of("requests", "decide", "--help").out()).contains("CP-IS, which is statutory and goes on");
        Ran.of("requests", "confirm", id, "--evidence", "passport");
        assertThat(Ran.of("requests", "decide", id, "--ground", "nonsense", "--because", "x")
                        .err())
                .contains("entitled");
        assertThat(Ran.of("requests", "decide", id, "--ground", "entitled", "--because", "x")
                        .err())
                .isEmpty();
        assertThat(Ran.of("requests", "show", id).out())
                .contains("GRANTED", "nothing of the child has become due anywhere");
        assertThat(Ran.of("requests", "lift", id, "--because", "the reason is gone")
                        .err())
                .isEmpty();
        assertThat(Ran.of("requests", "list", "--all").out()).contains("LIFTED");
    }

    private static String add(String kind, LocalDate received) throws IOException {
        Path entered = Files.writeString(folder.resolve(kind + ".json"), """
                {"kind": "%s", "childId": "c1", "receivedOn": "%s", "requester": "Eve Marrow",
                 "capacity": "parental-responsibility", "contact": "1 Example Road", "asked": "please"}
                """.formatted(kind, received));
        Ran ran = Ran.of("requests", "add", entered.toString());
        assertThat(ran.err()).isEmpty();
        return ran.out().strip();
    }
}
