package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks the opt-out register, policy and agreements, a batch, and signing in at the identity provider. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class PagesIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

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
    void the_register_shows_coverage_and_tells_one_status_to_information_governance() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/opt-out"));
        assertThat(heading(page, "Coverage")).isVisible();
        assertThat(trial.browser().faults(page, "opt-out")).isEmpty();

        page.getByLabel("The council’s id of the child").fill(ConsoleTrial.childOf(trial.extract()));
        button(page, "Look it up").click();
        assertThat(page.locator(".govuk-inset-text")).isVisible();
        assertThat(page).hasURL(trial.address("/console/opt-out"));
        assertThat(trial.jdbc()
                        .queryForObject(
                                "select count(*) from audit_event where interaction = 'opt-out-status'", Long.class))
                .isPositive();
    }

    @Test
    void a_batch_shows_its_rejections_by_cause() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/intake"));
        page.locator("th a")
                .filter(new Locator.FilterOptions().setHasText(".zip"))
                .first()
                .click();

        assertThat(page.getByText("Rejections and remarks by cause")).isVisible();
        assertThat(trial.browser().faults(page, "intake-batch")).isEmpty();
    }

    @Test
    void a_mistake_in_a_policy_is_shown_with_its_line_and_nothing_is_lost() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/policy/change/POLICY"));
        Locator text = page.locator("#content-text");
        text.fill(text.inputValue().replaceFirst("restriction: record", "restriction: withhold"));
        button(page, "Try it").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("CP-IS is statutory");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("line ");
        assertThat(text.inputValue()).contains("restriction: withhold");
        assertThat(trial.browser().faults(page, "policy-mistake")).isEmpty();
    }

    @Test
    void a_change_is_tried_on_the_records_of_today_and_put_in_force_with_a_reason() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/policy"));
        assertThat(trial.browser().faults(page, "policy")).isEmpty();
        page.getByText("Try a change of the policy").click();
        assertThat(trial.browser().faults(page, "policy-change")).isEmpty();
        Locator text = page.locator("#content-text");
        text.fill(text.inputValue()
                .replaceFirst("version: \"[^\"]*\"", "version: \"tried-" + System.nanoTime() + "\"")
                .replaceFirst("minimum-age-years: \\d+", "minimum-age-years: 12"));
        button(page, "Try it").click();

        assertThat(page.getByText("Decisions that would change").first()).isVisible(SOON);
        assertThat(page.locator("#content")).containsText("below the minimum age");
        assertThat(trial.browser().faults(page, "policy-tried")).isEmpty();
        page.getByLabel("Why, and who has agreed to it").fill("A test of the change");
        button(page, "Put in force").click();

        assertThat(page.getByText("It is in force on every replica")).isVisible();
        assertThat(page.locator("#content")).containsText("A test of the change");
        assertThat(page.locator("#content")).containsText("12 years");
    }

    @Test
    void what_went_of_the_gateways_own_traces_is_reported() throws IOException {
        trial.jdbc().update("""
                with run as (
                    insert into trace_disposal (id, started_at, ended_at)
                    values (gen_random_uuid(), now() + interval '1 minute', now() + interval '2 minutes') returning id)
                insert into trace_disposal_line (run_id, place, kind, period, before, unit, removed, kept_back, problem)
                select id, 'disclosure_ledger (months)', 'LEDGER', '25 years', timestamptz '2001-11-30', 'rows', 4711, 12, null from run
                union all
                select id, 'audit_event (months)', 'AUDIT', '25 years', timestamptz '2001-11-30', 'rows', 0, 0, 'QueryTimeout' from run
                """);
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/retention"));
        page.getByText("The gateway’s own traces").click();

        assertThat(page.locator("#content")).containsText("4711 rows");
        assertThat(page.locator("#content")).containsText("12 rows");
        assertThat(page.getByText("not complete").first()).isVisible();
        assertThat(page.locator("#content")).containsText("out of time");
        assertThat(trial.browser().faults(page, "own-traces")).isEmpty();
    }

    @Test
    void a_person_of_the_identity_provider_opens_what_their_role_opens() {
        SharedTrial.provider().roles("auditor");
        Page page = trial.stranger();
        page.navigate(trial.address("/console"));
        assertThat(trial.browser().faults(page, "sign-in-provider")).isEmpty();
        page.getByText("Sign in with your council account").click();

        assertThat(page.locator(".app-header__person")).containsText("a.auditor");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Policy")))
                .isVisible();
        assertThat(page.navigate(trial.address("/console/cp-is")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/console/retention,                                 retention",
        "/console/holds,                                     holds",
        "/console/erasure,                                   erasure",
        "/console/opt-out/refused,                           opt-out-refused",
        "/console/messages?text=%22unclosed&from=yesterday,  messages-unreadable",
        "/console/nowhere,                                   not-found",
        "/console/intake/no-batch,                           not-found-batch"
    })
    void every_page_is_walked(String path, String picture) throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address(path));

        assertThat(page.locator("h1")).hasCount(1);
        assertThat(trial.browser().faults(page, picture)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/console/policy,                 a[href*='/policy/version/'],     policy-version",
        "/console/messages?what=decision, a[href*='/messages/decisions/'], decision"
    })
    void what_is_reached_by_a_link_is_walked(String path, String link, String picture) throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address(path));
        page.locator(link).first().click();

        assertThat(page.locator("h1")).hasCount(1);
        assertThat(trial.browser().faults(page, picture)).isEmpty();
    }

    @Test
    void the_pseudonym_of_an_erased_child_fits_a_phone() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/messages?what=decision"));
        page.locator("a[href*='/messages/decisions/']").first().click();
        page.locator("#content .app-mono")
                .first()
                .evaluate("id => id.textContent = 'erased-5d8dd410f3210ea0125afb21a210e97f0b9cc0bd'");

        assertThat(trial.browser().faults(page, "decision-erased")).isEmpty();
    }

    @Test
    void an_emergency_override_waits_for_a_second_person_and_is_reviewed_once() throws IOException {
        trial.jdbc().update("""
                insert into break_glass_grant (id, child_id, ods_code, client_id, agent_user, purpose, reason, granted_at,
                                               expires_at)
                values (gen_random_uuid(), 'C1', 'RKB', 'partner', 'dr.x', 'individual-care', 'found unconscious', now(),
                        now() + interval '1 hour')
                """);
        Page page = trial.signedIn();
        Locator concern = page.locator(".app-concern")
                .filter(new Locator.FilterOptions().setHasText("An objection was set aside in an emergency"));
        assertThat(concern).isVisible(SOON);
        concern.getByRole(AriaRole.LINK).click();
        assertThat(page.getByText("1 to review")).isVisible();
        assertThat(trial.browser().faults(page, "emergency")).isEmpty();
        page.getByLabel("What you found").fill("the consultant confirms it");
        button(page, "It was an emergency").click();

        assertThat(page.getByText("Nothing to review")).isVisible();
        assertThat(page.locator("main")).containsText("the consultant confirms it");
        assertThat(trial.browser().faults(page, "emergency-reviewed")).isEmpty();
    }

    @Test
    void a_hold_is_saved_and_released_and_a_child_under_it_cannot_be_erased() throws IOException {
        String child = ConsoleTrial.childOf(trial.extract());
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/holds"));
        page.getByLabel("Name").fill("A hold of this test");
        page.getByLabel("Authority").fill("litigation");
        page.getByLabel("What it is for").fill("a claim");
        page.getByLabel("Which, one a line").fill(child);
        button(page, "Save the hold").click();
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText("A hold of this test"));
        assertThat(row).containsText("In force");

        page.navigate(trial.address("/console/erasure"));
        page.getByLabel("The council’s id of the child").fill(child);
        button(page, "Show what stands against it").click();
        assertThat(heading(page, "What stands against it")).isVisible();
        assertThat(page.locator("main")).containsText("A hold of this test");
        assertThat(trial.browser().faults(page, "erasure-child")).isEmpty();

        page.navigate(trial.address("/console/holds"));
        row.getByRole(AriaRole.TEXTBOX).fill("the claim is settled");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(row).containsText("Released");
        assertThat(trial.browser().faults(page, "holds-released")).isEmpty();
    }

    @Test
    void a_page_of_another_role_says_so_and_a_form_of_an_ended_session_was_not_taken() {
        SharedTrial.provider().roles("auditor");
        Page page = trial.stranger();
        page.navigate(trial.address("/console"));
        page.getByText("Sign in with your council account").click();
        assertThat(page.locator(".app-header__person")).containsText("a.auditor");
        assertThat(page.navigate(trial.address("/console/cp-is")).status()).isEqualTo(403);
        assertThat(page.getByText("None of your roles opens it")).isVisible();
        assertThat(trial.browser().faults(page, "no-access")).isEmpty();

        page.context().clearCookies();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByText("Your session has ended")).isVisible();
        assertThat(trial.browser().faults(page, "session-ended")).isEmpty();
    }

    @Test
    void a_person_without_a_role_is_not_let_in() {
        SharedTrial.provider().roles("cook");
        Page page = trial.stranger();
        page.navigate(trial.address("/console/sign-in"));
        page.getByText("Sign in with your council account").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("did not let you in");
    }

    @Test
    void a_name_is_locked_after_five_wrong_passwords() {
        Page page = trial.stranger();
        for (int tries = 0; tries < 6; tries++) {
            page.navigate(trial.address("/console/sign-in"));
            page.getByLabel("Name").fill("nobody-of-ours");
            page.getByLabel("Password").fill("guess");
            button(page, "Sign in").click();
        }

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many wrong passwords");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
