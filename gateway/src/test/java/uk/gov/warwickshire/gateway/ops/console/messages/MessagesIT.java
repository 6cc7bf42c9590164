package uk.gov.warwickshire.gateway.ops.console.messages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.ops.console.ConsoleTrial;

/** Finds, follows and mends messages in a real browser, as the engineer on call does. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class MessagesIT {

    /** As a region would refuse it: the name it quotes must be seen by nobody who does not look at the record. */
    private static final String REFUSAL = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",
             "diagnostics":"Quoted Surname","expression":["CarePlan.category"]}]}
            """;

    private static final String SOME_ACKNOWLEDGED = """
            select d.id from delivery d
             where d.state = 'ACKNOWLEDGED' and d.kind = 'RECORD' and d.ledger_id is not null
               and not exists (select from delivery e where e.child_id = d.child_id and e.destination = d.destination
                                  and e.seq > d.seq)
             order by d.id limit 16
            """;

    @TempDir
    static Path folder;

    private static ConsoleTrial trial;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Map<String, String> people = new HashMap<>(ConsoleTrial.user("grace", "second", "engineer"));
        people.putAll(ConsoleTrial.user("audrey", "reads", "auditor"));
        people.put("gateway.demo.children", "150");
        trial = new ConsoleTrial(folder, people);
        JdbcTemplate jdbc = trial.jdbc();
        List<UUID> delivered = jdbc.queryForList(SOME_ACKNOWLEDGED, UUID.class);
        for (int looks = 0; looks < 360 && delivered.size() < 16; looks++) {
            Thread.sleep(500);
            delivered = jdbc.queryForList(SOME_ACKNOWLEDGED, UUID.class);
        }
        refuse(jdbc, delivered.subList(0, 4), "code-invalid");
        refuse(jdbc, delivered.subList(4, 8), "business-rule");
        refuse(jdbc, delivered.subList(8, 12), "too-costly");
        refuse(jdbc, delivered.subList(12, 16), "duplicate");
    }

    private static void refuse(JdbcTemplate jdbc, List<UUID> deliveries, String code) {
        deliveries.forEach(id -> jdbc.update(
                "update delivery set state = 'DEAD', finished_at = null, last_status = 422, last_error = ? where id = ?",
                REFUSAL.formatted(code),
                id));
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
    void the_cause_is_found_by_words_and_children_at_risk_are_counted() throws IOException {
        Page page = trial.signedIn();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Messages").setExact(true))
                .first()
                .click();
        assertThat(trial.browser().faults(page, "messages")).isEmpty();

        search(page, "business-rule");

        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.getByText("business-rule CarePlan.category").first()).isVisible();
        assertThat(page.locator("#children")).hasText("4");
        assertThat(page.locator("#at-risk")).containsText("at risk");
        assertThat(page.locator(".app-facets")).containsText("DEAD");
        assertThat(page.locator("main").innerText()).doesNotContain("Surname", "OPTED_OUT", "NOT OPTED");
        assertThat(trial.browser().faults(page, "messages-found")).isEmpty();

        page.navigate(trial.address("/console/messages?what=batch"));
        assertThat(page.getByText("Its deliveries").first()).isVisible();
        assertThat(trial.browser().faults(page, "messages-batches")).isEmpty();
        page.navigate(trial.address("/console/messages?what=decision&text=policy%20OR%20icr"));
        assertThat(trial.browser().faults(page, "messages-decisions")).isEmpty();
    }

    @Test
    void the_whole_way_is_shown_and_a_look_into_the_record_is_audited() throws IOException {
        Page page = trial.signedIn();
        first(page, "code-invalid");

        for (String step : List.of("File received", "Due", "Decided: sent", "Attempt 1")) {
            assertThat(page.locator("table")).containsText(step);
        }
        assertThat(page.getByText("ssd_person").first()).isVisible();
        assertThat(trial.browser().faults(page, "message")).isEmpty();
        page.locator("summary").first().click();
        page.locator("input[id^='look-']").first().fill("region asks what was wrong");
        button(page, "Show what was in it").click();

        assertThat(page.getByText("This look stands in the audit.")).isVisible();
        assertThat(page.locator("pre").first()).containsText("Quoted Surname");
        assertThat(page.getByText("\"resourceType\" : \"Patient\"").first()).isVisible();
        assertThat(trial.browser().faults(page, "message-body")).isEmpty();
        assertThat(count("select count(*) from audit_event where source = '/console' and query like '%region asks%'"))
                .isOne();
    }

    @Test
    void sent_again_once_however_often_it_is_clicked() throws IOException {
        Page page = trial.signedIn();
        first(page, "code-invalid");
        String original = page.url();
        String id = original.substring(original.lastIndexOf('/') + 1);
        String token = page.locator("input[name=token]").inputValue();
        page.getByLabel("Why").first().fill("the region has mended its codes");
        button(page, "Send again").dblclick();

        assertThat(page.locator("#original")).hasText(id);
        page.navigate(original);
        assertThat(page.locator("#successor")).isVisible();
        assertThat(page.getByText("the region has mended its codes")).isVisible();
        // The same form once more, as a browser that repeats a request sends it.
        page.evaluate("""
                ([token, id]) => fetch('/console/messages/' + id + '/resubmit', {method: 'POST', redirect: 'manual',
                  headers: {'Content-Type': 'application/x-www-form-urlencoded',
                            [document.querySelector('meta[name=csrf-header]').dataset.name]:
                                document.querySelector('meta[name=csrf-header]').content},
                  body: 'token=' + token + '&why=again'})
                """, List.of(token, id));
        assertThat(count("select count(*) from delivery where resubmits = '" + id + "'"))
                .isOne();
        assertThat(count("select count(*) from message_act where delivery_id = '" + id + "'"))
                .isOne();
    }

    @Test
    void all_that_were_found_are_sent_again_after_a_preview() throws IOException {
        Page page = trial.signedIn();
        search(page, "too-costly");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Send again …"))
                .click();

        assertThat(page.locator("#count")).hasText("4");
        assertThat(trial.browser().faults(page, "bulk-preview")).isEmpty();
        page.getByLabel("Why").fill("the region has raised its limit");
        button(page, "Send again all 4").dblclick();
        assertThat(page.locator("#bulk-state")).hasText("DONE");
        assertThat(page.getByText("4 done")).isVisible();
        assertThat(trial.browser().faults(page, "bulk")).isEmpty();
        assertThat(count("select count(*) from message_bulk where act = 'RESUBMIT'"))
                .isOne();
    }

    @Test
    void what_cannot_be_read_widens_no_act() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/messages/bulk/preview?act=discard&state=DEAD&reason=WHY_NOT"));

        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("There is no reason of that name.");
        assertThat(page.getByText("Discard …")).hasCount(0);
    }

    @Test
    void many_are_discarded_when_a_second_person_agrees_and_not_before() throws IOException {
        Page first = trial.signedIn();
        search(first, "duplicate");
        first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Discard …"))
                .click();
        first.getByLabel("Why").fill("sent by hand");
        button(first, "Ask a second person").click();
        assertThat(first.locator("#bulk-state")).hasText("WAITS FOR A SECOND PERSON");
        assertThat(first.locator("button", new Page.LocatorOptions().setHasText("Agree")))
                .hasCount(0);
        assertThat(trial.browser().faults(first, "bulk-asked")).isEmpty();

        Page second = trial.signedIn("grace", "second");
        second.navigate(first.url());
        second.locator("button", new Page.LocatorOptions().setHasText("Agree")).click();
        assertThat(second.locator("#bulk-state")).hasText("DONE");
        assertThat(count("select count(*) from delivery where state = 'DISCARDED' and closed_because = 'sent by hand'"))
                .isEqualTo(4);
        second.navigate(trial.address("/console/messages/acts"));
        assertThat(second.getByText("engineer, grace").first()).isVisible();
        assertThat(trial.browser().faults(second, "acts")).isEmpty();
    }

    @Test
    void who_may_not_act_or_look_is_offered_neither() {
        Page page = trial.signedIn("audrey", "reads");
        page.navigate(trial.address("/console/messages?state=ACKNOWLEDGED"));
        page.locator("tbody a").first().click();

        assertThat(page.locator("table")).containsText("Due");
        assertThat(page.locator("form[action*='/console/messages/']")).hasCount(0);
    }

    private static void search(Page page, String words) {
        page.navigate(trial.address("/console/messages"));
        page.getByLabel("Words").fill(words);
        page.locator("#state").selectOption("DEAD");
        button(page, "Search").click();
        // The index follows about a second behind.
        for (int looks = 0; looks < 40 && page.getByText("Nothing found.").count() > 0; looks++) {
            page.waitForTimeout(500);
            page.reload();
        }
    }

    private static void first(Page page, String words) {
        search(page, words);
        page.locator("tbody a").first().click();
        assertThat(page.getByText("What can be done now")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static int count(String sql) {
        return Optional.ofNullable(trial.jdbc().queryForObject(sql, Integer.class))
                .orElse(0);
    }
}
