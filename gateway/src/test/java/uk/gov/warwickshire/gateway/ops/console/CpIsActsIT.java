package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.ops.console.ActWalk.assertDone;
import static uk.gov.warwickshire.gateway.ops.console.ActWalk.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every act of a person on CP-IS and the opt-out register, walked on what the demo's counterparts leave to people. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class CpIsActsIT {

    private static ConsoleTrial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = SharedTrial.trial();
        trial.extract();
    }

    @AfterEach
    void leave() {
        trial.browser().leave();
    }

    @Test
    void what_waits_for_a_person_is_sent_again_or_given_up() throws IOException {
        Page page = cpIs();
        Locator queue = section(page, "queue");
        ActWalk.await(page, queue.locator("input[name=why]"));

        queue.locator("input[name=why]").first().fill("PDS has the child's new name");
        button(page, "Send again").first().click();
        assertDone(page, "The record goes with the next file.");

        queue.locator("input[name=why]").last().fill("entered for the wrong child");
        button(page, "Give up").last().click();
        assertDone(page, "It is given up; a later change of the child is sent.");
        assertThat(trial.browser().faults(page, "cp-is-given-up")).isEmpty();
        assertThat(acts("entered for the wrong child")).isOne();
    }

    @Test
    void a_child_who_was_seen_is_followed_up() throws IOException {
        Page page = cpIs();
        Locator seen = section(page, "accesses").locator("input[name=note]");
        ActWalk.await(page, seen);
        int open = seen.count();

        seen.first().fill("the team has rung the ward");
        button(page, "Done").first().click();

        assertDone(page, "The work item is done.");
        assertThat(seen).hasCount(open - 1);
        assertThat(one("select count(*) from cpis_access where done_note = 'the team has rung the ward'"))
                .isOne();
    }

    @Test
    void a_message_that_nobody_understands_is_settled() throws IOException {
        trial.jdbc().update("""
                update cpis_inbound set needs_person = true, settled_at = null
                 where message_id = (select message_id from cpis_inbound where kind = 'ACCESS' order by 1 limit 1)
                """);
        Page page = cpIs();
        Locator message = section(page, "messages").locator("input[name=why]");
        assertThat(message.first()).isVisible();
        int open = message.count();

        message.first().fill("CP-IS sent it in error");
        button(page, "Settled").first().click();

        assertDone(page, "The message is settled.");
        assertThat(message).hasCount(open - 1);
    }

    @Test
    void a_file_that_may_have_gone_did_arrive_and_one_that_was_refused_is_given_up() throws IOException {
        // Answered with error 15 once: the demo has settled it, and leaves it to people from now on.
        long file = 2;
        Page page = trial.signedIn();
        state(file, "UNKNOWN");
        page.navigate(trial.address("/console/cp-is/files/" + file));
        page.getByLabel("Why").fill("MESH tracks it as delivered");
        button(page, "It arrived").click();
        assertDone(page, "It is done, and recorded with your name.");
        assertThat(page.locator("dl")).containsText("SENT");

        state(file, "REFUSED");
        page.reload();
        assertThat(trial.browser().faults(page, "cp-is-file-refused")).isEmpty();
        page.getByLabel("Why").fill("it was cut off");
        button(page, "Give it up").click();
        assertDone(page, "It is done, and recorded with your name.");
        assertThat(page.locator("dl")).containsText("GIVEN UP");
    }

    @Test
    void a_plan_uploaded_in_error_is_withdrawn_and_the_withdrawal_taken_back() throws IOException {
        String person = text("""
                select f.person_id from cpis_flag f
                  join cpis_file_record r on r.person_id = f.person_id and r.outcome = 'ACCEPTED' and not r.unborn
                 where f.plans like '%"CPP"%' and not exists (
                       select from cpis_inactive_number i where i.nhs_number = f.nhs_number)
                 order by 1 limit 1
                """);
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/cp-is/persons/" + person));

        page.getByLabel("Why").first().fill("entered for a brother");
        button(page, "Withdraw from CP-IS").first().click();
        assertDone(page, "It goes with the next file.");
        assertThat(trial.browser().faults(page, "cp-is-withdrawn")).isEmpty();

        page.getByLabel("Why it is taken back").first().fill("it was right");
        button(page, "Take the withdrawal back").first().click();
        assertDone(page, "It goes with the next file.");
        assertThat(acts("it was right")).isOne();
    }

    @Test
    void a_number_that_is_in_use_after_all_is_uploaded_again() throws IOException {
        String person = text("""
                select f.person_id from cpis_flag f join cpis_inactive_number i using (nhs_number)
                 where i.replacement is null order by 1 limit 1
                """);
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/cp-is/persons/" + person));
        assertThat(trial.browser().faults(page, "cp-is-number")).isEmpty();

        page.getByLabel("Why the number is in use after all").fill("PDS says so");
        button(page, "Upload under this number again").click();

        assertDone(page, "Uploads go on.");
    }

    @Test
    void statuses_older_than_a_day_are_asked_for_again() throws IOException {
        trial.jdbc().update("update opt_out_status set checked_at = checked_at - interval '2 days'");
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/opt-out"));

        button(page, "Ask again about everyone").click();

        assertDone(page, "Everyone whose status is older than a day goes with the next files.");
        assertThat(trial.browser().faults(page, "opt-out-asked")).isEmpty();
    }

    private static Page cpIs() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/cp-is"));
        return page;
    }

    private static Locator section(Page page, String caption) {
        return page.locator("section:has(caption#" + caption + ")");
    }

    /** As if no record of the file had been answered yet. */
    private static void state(long file, String state) {
        trial.jdbc().update("update cpis_file set state = ? where sequence = ?", state, file);
        trial.jdbc().update("update cpis_file_record set outcome = 'OPEN', code = null where file = ?", file);
        trial.jdbc().update("update cpis_upload set state = 'SENT', finished_at = null where file = ?", file);
    }

    private static long acts(String why) {
        return Objects.requireNonNull(
                trial.jdbc().queryForObject("select count(*) from cpis_act where why = ?", Long.class, why));
    }

    private static long one(String sql) {
        return Objects.requireNonNull(trial.jdbc().queryForObject(sql, Long.class));
    }

    private static String text(String sql) {
        return Objects.requireNonNull(trial.jdbc().queryForObject(sql, String.class));
    }
}
