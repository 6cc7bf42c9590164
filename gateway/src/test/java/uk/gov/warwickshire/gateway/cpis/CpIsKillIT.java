package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.delivery.Balance;
import uk.gov.warwickshire.gateway.delivery.Books;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;
import uk.gov.warwickshire.gateway.testing.GatewayTrial;
import uk.gov.warwickshire.gateway.testing.TrialDatabase;

/**
 * The packaged gateway is killed as by a power cut between writing a file, sending it and recording that. In the end CP-IS
 * holds everyone it should, no number was left out, and none was used for two contents: the simulator looks for both.
 */
class CpIsKillIT {

    private static final String WRITTEN = "select count(*) from cpis_file where state = 'WRITTEN'";
    private static final String SENDING = "select count(*) from cpis_file where state = 'SENDING'";
    private static final String SENT = "select count(*) from cpis_file where state = 'SENT'";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void noNumberIsUsedTwiceAndNoRecordIsLost() throws Exception {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        SyntheticFamilies families = new SyntheticFamilies(43, 60, Clock.systemUTC());
        try (GatewayTrial trial = new GatewayTrial(folder, TrialDatabase.ofServer(), families, Optional.empty())) {
            // MESH and CP-IS have acted, and the gateway has not heard of it yet.
            trial.mesh().answering(answer -> {
                pause(answer.status() == 202 ? 150 : 0);
                return answer;
            });
            trial.dropAll();
            for (String moment : List.of(SENDING, WRITTEN, SENT, SENDING)) {
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(3)).until(() -> {
                    settleUnknown(trial);
                    return trial.count(moment) > 0;
                });
                trial.gateway().kill();
                System.out.println("Killed; files then: "
                        + trial.jdbc().queryForList("select sequence, state from cpis_file order by 1"));
                trial.gateway().restart();
            }
            awaitRest(trial);

            assertThat(trial.cpIs().faults()).isEmpty();
            assertThat(trial.jdbc().queryForList("select sequence from cpis_file order by 1", Long.class))
                    .isEqualTo(LongStream.rangeClosed(1, trial.count("select max(sequence) from cpis_file"))
                            .boxed()
                            .toList());
            assertThat(trial.cpIs().loaded().keySet())
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(trial.jdbc()
                            .queryForList(
                                    "select distinct nhs_number from cpis_status where outcome = 'IN_SCOPE'",
                                    String.class));
            assertThat(heldPlans(trial)).isEqualTo(loadedPlans(trial));
            assertThat(Books.of(trial.jdbc())).allMatch(Balance::holds);
            assertThat(new CpIsBooks(trial.jdbc()).between(today().minusDays(1), today()))
                    .isNotEmpty()
                    .allMatch(Balance::holds);
        }
    }

    private static void awaitRest(GatewayTrial trial) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            settleUnknown(trial);
            return trial.isAtRest() && trial.count("""
                            select (select count(*) from cpis_upload
                                     where state in ('PENDING', 'CLEARED', 'SENT', 'RETRYING'))
                                 + (select count(*) from cpis_file where state <> 'ACKNOWLEDGED')
                            """) == 0;
        });
    }

    /** As an engineer would: CP-IS is asked, and the file is sent again if it never came there. */
    private static void settleUnknown(GatewayTrial trial) {
        trial.jdbc()
                .queryForList("select sequence from cpis_file where state = 'UNKNOWN'", Long.class)
                .forEach(sequence -> settle(trial, sequence));
    }

    private static void settle(GatewayTrial trial, long sequence) {
        if (!trial.cpIs().received().containsKey(sequence)) {
            CpIsRules rules = new CpIsRules(CpIsWiring.settings(Map.of()).cpIs(), Clock.systemUTC());
            new CpIsActions(
                            new FileTable(trial.jdbc(), rules),
                            null,
                            null,
                            rules,
                            trial.jdbc(),
                            new TransactionTemplate(new JdbcTransactionManager(
                                    Objects.requireNonNull(trial.jdbc().getDataSource()))))
                    .resendFile(sequence, "an engineer", "CP-IS has no trace of it");
        }
    }

    private static Map<String, Long> heldPlans(GatewayTrial trial) {
        Map<String, Long> plans = new TreeMap<>();
        trial.jdbc().query("""
                        select nhs_number, count(distinct plan ->> 'type') from cpis_held,
                               jsonb_array_elements(person::jsonb -> 'plans') as plan group by nhs_number
                        """, row -> {
            plans.put(row.getString(1), row.getLong(2));
        });
        return plans;
    }

    private static Map<String, Long> loadedPlans(GatewayTrial trial) {
        Map<String, Long> plans = new TreeMap<>();
        trial.cpIs().loaded().forEach((number, loaded) -> plans.put(number, (long) loaded.size()));
        return plans;
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
