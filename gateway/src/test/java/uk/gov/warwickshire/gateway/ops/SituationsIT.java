package uk.gov.warwickshire.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.ops.SituationsTrial.Ran;
import uk.gov.warwickshire.gateway.testing.Browser;
import uk.gov.warwickshire.gateway.testing.TroubledCounterparts;

/**
 * Five things that go wrong at 3 a.m., all in one night, in the whole gateway. For each: the cause in words, how many
 * children it concerns, the repair, and the proof in the ledger.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SituationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNDER_WAY =
            "select count(*) from opt_out_exchange where state in ('REQUESTED', 'SENDING', 'SENT', 'RECEIPTED')";
    private static final String IN_STATE = "select count(*) from delivery where destination = ? and state = ?";

    @TempDir
    private static Path folder;

    private static SituationsTrial trial;
    private static Optional<EngineerOnCall> engineer = Optional.empty();

    @BeforeAll
    static void aBadNight() throws Exception {
        trial = new SituationsTrial(folder);
        if (Browser.isInstalled()) {
            engineer = Optional.of(
                    new EngineerOnCall(trial.address(), SituationsTrial.ENGINEER, SituationsTrial.PASSWORD));
        }
        await("400 messages are refused").atMost(Duration.ofMinutes(2)).until(() -> inState("refusing", "DEAD") >= 400);
        await("two regions fail")
                .atMost(PATIENCE)
                .until(() -> inState("down", "RETRYING") > 0 && inState("tls", "RETRYING") > 0);
        await("CP-IS refuses the file")
                .atMost(PATIENCE)
                .until(() -> trial.count("select count(*) from cpis_file where state = 'REFUSED'") == 1);
        await("the check service has answered everything")
                .atMost(Duration.ofMinutes(2))
                .until(() -> trial.count(UNDER_WAY) == 0 && trial.count("select count(*) from opt_out_request") == 0);
        trial.counterparts.checkServiceFallsSilent();
        trial.jdbc().update("""
                update opt_out_status set checked_at = checked_at - interval '30 days'
                 where nhs_number in (select c.nhs_number from child c join delivery d using (child_id)
                                       where d.destination = ? and d.state = 'RETRYING' order by c.child_id limit 5)
                """, "icr." + SituationsTrial.DOWN);
        await("a file went to the check service and did not come back")
                .atMost(PATIENCE)
                .until(() -> trial.count(UNDER_WAY) > 0);
    }

    @AfterAll
    static void close() {
        engineer.ifPresent(EngineerOnCall::close);
        trial.close();
    }

    private static long inState(String region, String state) {
        String destination =
                switch (region) {
                    case "down" -> SituationsTrial.DOWN;
                    case "tls" -> SituationsTrial.BEHIND_TLS;
                    default -> SituationsTrial.REFUSING;
                };
        return trial.count(IN_STATE, "icr." + destination, state);
    }

    @Test
    @Order(1)
    void aFileThatCpIsRefusesAsMalformed() {
        long children = trial.count("select records from cpis_file where sequence = 1");

        Ran seen = SituationsTrial.command("cp-is");
        Ran file = SituationsTrial.command("cp-is", "file", "1");

        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.out()).contains("Uploading has stopped: a file needs a person", "REFUSED", "CPF01");
        assertThat(file.out()).contains("records", String.valueOf(children));
        assertThat(SituationsTrial.command("health").out())
                .as("the loudest comes first")
                .contains("Uploading has stopped");

        engineer.ifPresentOrElse(
                nora -> nora.mends(
                        "a CP-IS file refused as malformed", () -> SituationWalks.theFileIsSentAgain(nora, children)),
                () -> assertThat(SituationsTrial.command(
                                        "cp-is", "file", "1", "--act", "resend", "--why", "it can be read")
                                .err())
                        .isEmpty());
        await().atMost(PATIENCE)
                .until(() ->
                        trial.count("select count(*) from cpis_file where sequence = 1 and state like '%ACKNOWLEDGED'")
                                == 1);
        assertThat(trial.count("select count(*) from cpis_file_record where file = 1 and outcome = 'ACCEPTED'"))
                .isEqualTo(children);
        assertThat(trial.count("""
                        select count(*) from cpis_file_record r join cpis_upload u on u.id = r.upload_id
                          join disclosure_ledger l on l.id = u.ledger_id
                         where r.file = 1 and l.outcome = 'SENT' and l.destination = 'cp-is'
                        """)).as("a decision for each in the ledger").isEqualTo(children);
        assertThat(trial.count("select count(*) from cpis_act where act = 'resend file' and subject = '1'"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void aPartnerThatWasDownForTwoHours() {
        assertWaits("down", SituationsTrial.DOWN, "503");

        engineer.ifPresentOrElse(
                nora -> nora.mends(
                        "a partner down two hours",
                        () -> SituationWalks.theyComeBack(
                                nora, "Birmingham Solihull", "Answered 503", trial.counterparts::comesBack)),
                trial.counterparts::comesBack);

        assertHealed("down", SituationsTrial.DOWN);
    }

    @Test
    @Order(3)
    void aRegionWhoseCertificateHasExpired() {
        assertWaits("tls", SituationsTrial.BEHIND_TLS, "the partner's certificate has expired");

        engineer.ifPresentOrElse(
                nora -> nora.mends(
                        "one region's certificate expired",
                        () -> SituationWalks.theyComeBack(
                                nora, "Herefordshire Worcestershire", "certificate", this::theyRenew)),
                this::theyRenew);

        assertHealed("tls", SituationsTrial.BEHIND_TLS);
    }

    private void theyRenew() {
        try {
            trial.behindTls.renew();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counted with their children, with the cause and since when. */
    private static void assertWaits(String region, String name, String cause) {
        String destination = "icr." + name;
        trial.jdbc()
                .update(
                        "update delivery set created_at = created_at - interval '2 hours' where destination = ? and state = 'RETRYING'",
                        destination);
        long children = trial.count(
                "select count(distinct child_id) from delivery where destination = ? and state = 'RETRYING'",
                destination);

        Ran seen = SituationsTrial.command("held", "--destination", destination);

        assertThat(seen.out()).contains(destination, "RETRYING", cause, "at risk");
        assertThat(children).isPositive();
        assertThat(seen.out()).containsPattern("RETRYING +\\d+ +\\d+ +\\d+");
        assertThat(inState(region, "ACKNOWLEDGED")).isZero();
    }

    /** Without an act of anybody: everything that waited is there, each by a decision of its own. */
    private static void assertHealed(String region, String name) {
        String destination = "icr." + name;
        await().atMost(PATIENCE).until(() -> inState(region, "RETRYING") == 0 && inState(region, "CLEARED") == 0);

        assertThat(inState(region, "ACKNOWLEDGED")).isPositive();
        assertThat(trial.count("""
                        select count(*) from delivery d
                         where d.destination = ? and d.state = 'ACKNOWLEDGED' and d.ledger_id is not null
                           and not exists (select from disclosure_ledger l
                                            where l.id = d.ledger_id and l.outcome = 'SENT')
                        """, destination))
                .as("acknowledged without a decision to send")
                .isZero();
        assertThat(SituationsTrial.command("balance").out())
                .contains(destination)
                .doesNotContain("DOES NOT BALANCE");
    }

    @Test
    @Order(4)
    void messagesRefusedForOneWrongCode() {
        String destination = "icr." + SituationsTrial.REFUSING;
        long dead = inState("refusing", "DEAD");

        Ran seen = SituationsTrial.command("held", "--destination", destination);

        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.out())
                .contains("answered 422 code-invalid CarePlan.category")
                .as("the words of a partner may quote the record")
                .doesNotContain(TroubledCounterparts.WRONG_CODE);
        assertThat(seen.out().lines().filter(line -> line.contains("DEAD")))
                .as("one cause, one line")
                .singleElement()
                .asString()
                .containsPattern("DEAD +" + dead + " +" + dead);

        trial.counterparts.takesTheCode();
        engineer.ifPresentOrElse(
                nora -> nora.mends(
                        "400 messages refused for one wrong code", () -> SituationWalks.allAreSentAgain(nora, dead)),
                () -> assertThat(SituationsTrial.command(
                                        "resubmit",
                                        "--state",
                                        "DEAD",
                                        "--destination",
                                        destination,
                                        "--reason",
                                        "mended")
                                .out())
                        .contains("DONE: " + dead + " deliveries, " + dead + " done"));
        await().atMost(PATIENCE).until(() -> trial.count("""
                        select count(*) from delivery d join delivery s on s.resubmits = d.id
                         where d.destination = ? and d.state = 'RESUBMITTED'
                           and s.state = 'ACKNOWLEDGED'
                        """, destination) >= dead);
        assertThat(trial.count("""
                        select count(distinct d.child_id) from delivery d
                          join delivery s on s.child_id = d.child_id and s.destination = d.destination
                          join disclosure_ledger l on l.id = s.ledger_id
                         where d.destination = ? and d.state = 'RESUBMITTED' and s.state = 'ACKNOWLEDGED'
                           and l.outcome = 'SENT'
                        """, destination))
                .as("each child's record went by a decision to send")
                .isEqualTo(dead);
        assertThat(SituationsTrial.command("balance").out()).doesNotContain("DOES NOT BALANCE");
    }

    @Test
    @Order(5)
    void anOptOutExchangeThatNeverCameBack() {
        await("MESH has the file")
                .atMost(PATIENCE)
                .until(() -> trial.count("select count(*) from opt_out_exchange where state = 'SENT'") > 0);
        trial.jdbc().update("""
                update opt_out_exchange set attempted_at = attempted_at - interval '25 hours' where state = 'SENT'
                """);
        await("the exchange is overdue")
                .atMost(PATIENCE)
                .until(() -> trial.count("select count(*) from opt_out_exchange where state = 'OVERDUE'") > 0);
        long waiting = trial.count("select count(*) from delivery where state = 'HELD' and reason = 'STATUS_STALE'");

        Ran seen = SituationsTrial.command("opt-out");
        Ran held = SituationsTrial.command("held");

        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.out()).contains("OVERDUE");
        assertThat(waiting).isPositive();
        assertThat(held.out()).contains("STATUS_STALE");

        engineer.ifPresentOrElse(
                nora -> nora.mends(
                        "an opt-out exchange that never came back",
                        () -> SituationWalks.theServiceAnswers(nora, held(), this::theServiceIsBack)),
                this::theServiceIsBack);

        await().atMost(PATIENCE)
                .until(() ->
                        trial.count("select count(*) from delivery where state = 'HELD' and reason = 'STATUS_STALE'")
                                == 0);
        assertThat(SituationsTrial.command("opt-out").out()).contains("ANSWERED");
        assertThat(SituationsTrial.command("balance").out()).doesNotContain("DOES NOT BALANCE");
    }

    /** A child who waits for a status. */
    private static String held() {
        return Objects.requireNonNull(trial.jdbc()
                .queryForObject(
                        "select child_id from delivery where state = 'HELD' and reason = 'STATUS_STALE' order by child_id limit 1",
                        String.class));
    }

    /** Nothing is released by hand: the numbers are asked for again by themselves. */
    private void theServiceIsBack() {
        trial.counterparts.checkServiceAnswers();
        // The numbers were asked again while it was silent: that file never comes back either.
        trial.jdbc().update("""
                update opt_out_exchange set attempted_at = attempted_at - interval '25 hours' where state = 'SENT'
                """);
    }
}
