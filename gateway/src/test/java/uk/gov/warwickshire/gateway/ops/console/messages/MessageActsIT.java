package uk.gov.warwickshire.gateway.ops.console.messages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.warwickshire.gateway.ops.console.ActWalk.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.ops.console.ConsoleTrial;

/** What can be done with one message, and how an act on many is stopped or taken back. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class MessageActsIT {

    private static final String PASSWORD = "a long password of the second person";

    @TempDir
    static Path folder;

    private static ConsoleTrial trial;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> settings = new HashMap<>(ConsoleTrial.user("grace", PASSWORD, "engineer"));
        settings.put("gateway.demo.children", "150");
        // So slow that a person can stop an act on many while it runs.
        settings.put("gateway.delivery.bulk-acts-per-second", "1");
        trial = new ConsoleTrial(folder, settings);
        trial.extract();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        trial.close();
    }

    @AfterEach
    void leave() {
        trial.browser().leave();
    }

    @Test
    void one_that_waits_for_its_pause_is_tried_now() throws IOException {
        String id = delivered("state = 'RETRYING', finished_at = null, next_attempt_at = now() + interval '1 hour'");
        Page page = open(id);
        assertThat(trial.browser().faults(page, "message-retrying")).isEmpty();

        page.getByLabel("Why").first().fill("the region is back");
        button(page, "Try now").click();

        assertThat(page.locator(".govuk-notification-banner__heading")).isVisible();
        await().atMost(Duration.ofMinutes(1)).until(() -> state(id).equals("ACKNOWLEDGED"));
    }

    @Test
    void one_that_is_dead_is_discarded() throws IOException {
        String id = delivered("state = 'DEAD', finished_at = null, last_status = 422");
        Page page = open(id);

        page.getByLabel("Why").first().fill("sent by post");
        button(page, "Discard").click();

        assertThat(page.locator(".govuk-notification-banner__heading")).isVisible();
        assertThat(state(id)).isEqualTo("DISCARDED");
        assertThat(trial.browser().faults(page, "message-discarded")).isEmpty();
    }

    @Test
    void one_that_is_held_is_decided_again_and_does_not_leave_unless_the_gate_clears_it() throws IOException {
        String id = text("select id from delivery where state = 'HELD' and reason = 'NHS_NUMBER_MISSING' limit 1");
        Page page = open(id);

        page.getByLabel("Why").first().fill("the number has come");
        button(page, "Release").click();

        assertThat(page.locator(".govuk-notification-banner__heading")).isVisible();
        await().atMost(Duration.ofMinutes(1)).until(() -> state(id).equals("HELD"));
        assertThat(trial.browser().faults(page, "message-released")).isEmpty();
    }

    @Test
    void an_act_on_many_is_taken_back_or_refused_before_and_stopped_while_it_runs() throws IOException {
        for (int i = 0; i < 20; i++) {
            delivered("state = 'DEAD', finished_at = null, last_status = 409, last_error = 'twofold'");
        }
        Page page = trial.signedIn();
        ask(page, "Discard …", "sent by hand", "Ask a second person");
        button(page, "Take it back").click();
        assertThat(page.locator("#bulk-state")).hasText("REFUSED");

        ask(page, "Discard …", "sent by hand", "Ask a second person");
        Page second = trial.signedIn("grace", PASSWORD);
        second.navigate(page.url());
        button(second, "Refuse").click();
        assertThat(second.locator("#bulk-state")).hasText("REFUSED");
        assertThat(trial.browser().faults(second, "bulk-refused")).isEmpty();

        ask(page, "Send again …", "the region takes them now", "Send again all 20");
        button(page, "Stop").click();
        assertThat(page.locator("#bulk-state")).hasText("STOPPED");
        assertThat(trial.browser().faults(page, "bulk-stopped")).isEmpty();
        assertThat(Objects.requireNonNull(trial.jdbc()
                        .queryForObject(
                                "select count(*) from delivery where state = 'DEAD' and last_error = 'twofold'",
                                Long.class)))
                .as("those not reached yet stay as they were")
                .isPositive();
    }

    private static void ask(Page page, String link, String why, String button) {
        page.navigate(trial.address("/console/messages"));
        page.getByLabel("Words").fill("twofold");
        page.locator("#state").selectOption("DEAD");
        button(page, "Search").click();
        // The index follows about a second behind.
        for (int looks = 0; looks < 60 && page.locator("tbody th a").count() < 20; looks++) {
            page.waitForTimeout(500);
            page.reload();
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
        page.getByLabel("Why").fill(why);
        button(page, button).click();
    }

    /** One that a region has acknowledged, brought into another state. */
    private static String delivered(String changed) {
        String id = text("""
                select d.id from delivery d
                 where d.state = 'ACKNOWLEDGED' and d.kind = 'RECORD' and d.ledger_id is not null
                   and not exists (select from delivery e where e.child_id = d.child_id and e.destination = d.destination
                                      and e.seq > d.seq)
                 order by d.id limit 1
                """);
        trial.jdbc().update("update delivery set " + changed + " where id = ?::uuid", id);
        return id;
    }

    private static Page open(String id) throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/messages/" + id));
        return page;
    }

    private static String state(String id) {
        return text("select state from delivery where id = '" + id + "'");
    }

    private static String text(String sql) {
        return Objects.requireNonNull(trial.jdbc().queryForObject(sql, String.class));
    }
}
