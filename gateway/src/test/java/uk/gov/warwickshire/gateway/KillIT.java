package uk.gov.warwickshire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.Books;
import uk.gov.warwickshire.gateway.demo.data.Situation;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.demo.icr.SimulatedRegion;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;
import uk.gov.warwickshire.gateway.testing.GatewayTrial;
import uk.gov.warwickshire.gateway.testing.KillMoment;
import uk.gov.warwickshire.gateway.testing.Outcome;
import uk.gov.warwickshire.gateway.testing.SimulatedRegionServer;
import uk.gov.warwickshire.gateway.testing.TrialDatabase;

/**
 * The packaged gateway is killed as by a power cut while it reads, asks, decides and sends. What it comes to in the end
 * is what an undisturbed one comes to with the same files: each child is delivered once in effect, and the books balance.
 */
class KillIT {

    private static final int CHILDREN = 300;
    private static final int FEW_CHILDREN = 60;
    private static final long FAMILIES = 41;

    /** In the order in which they come; the later ones wherever there still is something to do. */
    private static final List<KillMoment> MOMENTS = List.of(
            KillMoment.READING,
            KillMoment.READING,
            KillMoment.CHECKING,
            KillMoment.CLEARED,
            KillMoment.RETRYING,
            KillMoment.UNANSWERED,
            KillMoment.PENDING);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<KillMoment, Long> cutOff = new EnumMap<>(KillMoment.class);

    @BeforeEach
    void needsTheJar() {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        System.out.println("Moments of the kills are drawn with -Dkill.seed=" + seed);
    }

    @Test
    void whateverIsCutOffIsTakenUpAgainOnce() throws Exception {
        SyntheticFamilies families = families(CHILDREN);
        Outcome undisturbed = undisturbed(families);
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (GatewayTrial trial =
                new GatewayTrial(killed, TrialDatabase.ofServer(), families, Optional.of(new Random(seed + 1)))) {
            trial.dropAll();
            int kills = 0;
            for (KillMoment moment : MOMENTS) {
                kills += kill(trial, moment, random);
            }
            trial.awaitRest();

            assertThat(kills).as("kills before everything rested").isGreaterThanOrEqualTo(5);
            assertThat(cutOff.get(KillMoment.READING)).as("readings cut off").isPositive();
            assertThat(cutOff.get(KillMoment.UNANSWERED)).as("messages cut off").isPositive();
            assertSame(Outcome.of(trial.jdbc()), undisturbed);
            assertInOrder(trial, families);
        }
    }

    @Test
    void anEmbeddedDatabaseThatWasLeftBehindIsAdopted() throws Exception {
        SyntheticFamilies families = families(FEW_CHILDREN);
        Path data = folder.resolve("data");
        try (GatewayTrial trial = new GatewayTrial(folder, TrialDatabase.embedded(data), families, Optional.empty())) {
            trial.dropAll();
            assertThat(kill(trial, KillMoment.READING, random)).isEqualTo(1);
            trial.awaitRest();

            assertThat(trial.gateway().log()).contains("still runs and is used again");
            assertInOrder(trial, families);
            trial.gateway().close();
            await("the adopted server stops with the gateway")
                    .until(() -> Files.notExists(data.resolve("postgresql/data/postmaster.pid")));
        }
    }

    private static SyntheticFamilies families(int children) {
        return new SyntheticFamilies(FAMILIES, children, Clock.systemUTC());
    }

    private static void assertInOrder(GatewayTrial trial, SyntheticFamilies families) {
        assertAsPlanned(Outcome.of(trial.jdbc()), families);
        trial.regions().forEach((name, server) -> assertHolds(trial, name, server.region()));
        assertDecided(trial);
        assertThat(Books.of(trial.jdbc())).isNotEmpty().allMatch(Balance::holds);
        assertThat(trial.cpIs().faults())
                .as("what CP-IS finds wrong with files")
                .isEmpty();
    }

    private Outcome undisturbed(SyntheticFamilies families) throws Exception {
        Path calm = Files.createDirectories(folder.resolve("calm"));
        try (GatewayTrial trial = new GatewayTrial(calm, TrialDatabase.ofServer(), families, Optional.empty())) {
            trial.dropAll();
            trial.awaitRest();
            return Outcome.of(trial.jdbc());
        }
    }

    private int kill(GatewayTrial trial, KillMoment moment, Random random) throws Exception {
        // Otherwise the first work after each start would always be what is cut off.
        Thread.sleep(random.nextInt(moment == KillMoment.READING ? 1 : 1500));
        if (!moment.await(trial, random)) {
            System.out.println("Everything rests: no kill at " + moment);
            return 0;
        }
        trial.gateway().kill();
        for (KillMoment each : KillMoment.values()) {
            cutOff.merge(each, each.interrupted(trial), Long::sum);
        }
        System.out.println("Killed at " + moment + "; cut off so far: " + cutOff);
        trial.gateway().restart();
        return 1;
    }

    private static void assertSame(Outcome outcome, Outcome undisturbed) {
        assertThat(outcome.batches()).isEqualTo(undisturbed.batches());
        assertThat(outcome.findings()).isEqualTo(undisturbed.findings());
        assertThat(outcome.resources()).isNotEmpty().isEqualTo(undisturbed.resources());
        assertThat(outcome.copies()).isNotEmpty().isEqualTo(undisturbed.copies());
        assertThat(outcome.deliveries()).isEqualTo(undisturbed.deliveries());
    }

    /** Against the plan of the generator, which knows nothing of the gateway. */
    private static void assertAsPlanned(Outcome outcome, SyntheticFamilies families) {
        Map<Situation, Integer> planned = families.count();
        Map<Situation, Integer> found = new EnumMap<>(Situation.class);
        outcome.deliveries().forEach((child, decided) -> {
            Situation situation = families.situationOf(child).orElseThrow();
            assertThat(decided)
                    .isEqualTo(situation.expected() + " " + situation.reason().orElse(""));
            found.merge(situation, 1, Integer::sum);
        });
        found.put(Situation.CHILD_REJECTED, planned.get(Situation.CHILD_REJECTED));
        assertThat(found).isEqualTo(planned);
    }

    /** Exactly what the gateway believes to be there, as it stands in the store, and written once for each version. */
    private static void assertHolds(GatewayTrial trial, String name, SimulatedRegion region) {
        Map<String, String> current = Outcome.currentResources(trial.jdbc());
        Map<String, SimulatedRegion.Held> held = region.held();
        assertThat(region.refused()).isZero();
        assertThat(new TreeSet<>(held.keySet()))
                .isEqualTo(new TreeSet<>(Outcome.copiesByRegion(trial.jdbc()).get(name)));
        held.forEach((reference, resource) -> {
            assertThat(resource.json()).as(reference).isEqualTo(current.get(reference));
            assertThat((long) resource.writes())
                    .as("writes of " + reference)
                    .isBetween(1L, trial.count("select version from resource where type || '/' || id = ?", reference));
        });
    }

    /** No request without a decision of its own to send. */
    private static void assertDecided(GatewayTrial trial) {
        List<String> requests = trial.regions().values().stream()
                .map(SimulatedRegionServer::correlations)
                .flatMap(List::stream)
                .toList();
        assertThat(requests).isNotEmpty().doesNotHaveDuplicates();
        assertThat(trial.jdbc()
                        .queryForList(
                                "select message_id::text from disclosure_ledger where outcome = 'SENT'", String.class))
                .containsAll(requests);
    }
}
