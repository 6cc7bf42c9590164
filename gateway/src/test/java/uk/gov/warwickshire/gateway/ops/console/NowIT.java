package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engineer on call finds on one page what is wrong, worst first, and how many children it affects. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class NowIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static ConsoleTrial trial;
    private static JdbcTemplate jdbc;

    private List<UUID> refused = List.of();
    private List<UUID> unreachable = List.of();

    @BeforeAll
    static void start() throws IOException {
        trial = SharedTrial.trial();
        trial.extract();
        jdbc = trial.jdbc();
    }

    @BeforeEach
    void breakThings() throws InterruptedException {
        List<UUID> delivered = List.of();
        for (int looks = 0; looks < 120 && delivered.size() < 8; looks++) {
            Thread.sleep(500);
            delivered = jdbc.queryForList("""
                    select d.id from delivery d
                     where d.state = 'ACKNOWLEDGED' and d.kind = 'RECORD' and d.ledger_id is not null
                       and not exists (select from delivery e where e.child_id = d.child_id
                                          and e.destination = d.destination and e.seq > d.seq)
                     order by d.destination, d.id limit 8
                    """, UUID.class);
        }
        refused = delivered.subList(0, 4);
        unreachable = delivered.subList(4, 8);
        refused.forEach(id -> jdbc.update("""
                update delivery set state = 'DEAD', finished_at = null, last_status = 422,
                       last_error = '{"resourceType":"OperationOutcome","issue":[{"code":"code-invalid","diagnostics":"Quoted Name"}]}'
                 where id = ?
                """, id));
        unreachable.forEach(id -> jdbc.update("""
                update delivery set state = 'RETRYING', finished_at = null, last_status = null,
                       last_error = 'no answer: the partner''s certificate has expired',
                       next_attempt_at = now() + interval '1 hour'
                 where id = ?
                """, id));
        jdbc.update("""
                insert into opt_out_exchange (sequence, month, month_sequence, local_id, file_name, state, asked, problem,
                                              created_at, attempted_at)
                values (999999, '2020-01-01', 9999, 'test', 'TEST-010120-9999', 'OVERDUE', 12, 'no answer in time',
                        now() - interval '2 days', now() - interval '2 days')
                """);
        jdbc.update("""
                insert into cpis_inbound (message_id, kind, outcome, words, details, sha256, received_at, needs_person)
                values ('test', 'UNREADABLE', 'MALFORMED', 'refused as malformed', '', '', now(), true)
                """);
    }

    @AfterEach
    void mend() {
        trial.browser().leave();
        List.of(refused, unreachable).forEach(ids -> ids.forEach(id -> jdbc.update("""
                update delivery set state = 'ACKNOWLEDGED', finished_at = now(), last_error = 'confirmed' where id = ?
                """, id)));
        jdbc.update("delete from opt_out_exchange where local_id = 'test'");
        jdbc.update("delete from cpis_inbound where message_id = 'test'");
    }

    @Test
    void what_needs_a_person_is_found_worst_first_with_the_children_it_affects() throws IOException {
        Page page = trial.signedIn();
        Locator concerns = page.locator(".app-concern");
        Locator dead = concern(page, "code-invalid");

        assertThat(dead).isVisible(SOON);
        assertThat(concerns.first().locator(".govuk-tag")).hasText("CP-IS");
        assertThat(dead).containsText("4 children");
        assertThat(concern(page, "never came back")).containsText("TEST-010120-9999");
        assertThat(concern(page, "certificate")).containsText("Tried again by itself, next at");
        assertThat(page.locator("main").innerText()).doesNotContain("Quoted Name");
        assertThat(trial.browser().faults(page, "now")).isEmpty();

        dead.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("main")).containsText("code-invalid");
    }

    @Test
    void an_open_page_sees_what_is_mended_without_being_loaded_again() throws IOException {
        Page page = trial.signedIn();
        assertThat(concern(page, "never came back")).isVisible(SOON);

        jdbc.update("delete from opt_out_exchange where local_id = 'test'");

        assertThat(concern(page, "never came back"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    }

    @Test
    void a_page_that_is_cut_off_says_that_it_is_not_renewed() throws IOException {
        Page page = trial.signedIn();
        assertThat(page.getByText("Not connected")).isHidden();
        page.route("**/console/now/events", Route::abort);
        page.reload();

        assertThat(page.getByText("Not connected: this page is not renewed")).isVisible(SOON);
        assertThat(trial.browser().faults(page, "now-cut-off")).isEmpty();
    }

    @Test
    void the_page_says_the_same_without_scripts() throws IOException {
        try (var visitor = trial.browser().visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = visitor.newPage();
            trial.signIn(page);

            assertThat(concern(page, "code-invalid")).isVisible(SOON);
            assertThat(page.getByText("Disclosure gate").first()).isVisible();
        }
    }

    private static Locator concern(Page page, String words) {
        return page.locator(".app-concern").filter(new Locator.FilterOptions().setHasText(words));
    }
}
