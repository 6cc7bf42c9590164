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
                select id, 'disclosure_ledger (months)', 'LEDGER', '25 years', '2001-11-30', 'rows', 4711, 12, null from run
                union all
                select id, 'audit_event (months)', 'AUDIT', '25 years', '2001-11-30', 'rows', 0, 0, 'QueryTimeout' from run
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
