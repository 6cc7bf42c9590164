package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Walks the console of the packaged demo in a real browser; pictures are kept in `target/screenshots`. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class ConsoleIT {

    /** Readings run in the background, on a machine that has other things to do. */
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static ConsoleTrial trial;

    @BeforeAll
    static void start() {
        trial = SharedTrial.trial();
    }

    @AfterEach
    void leave() {
        trial.browser().leave();
    }

    @Test
    void nobody_sees_a_page_without_signing_in() {
        Page page = trial.stranger();

        page.navigate(trial.address("/console/intake"));

        assertThat(page).hasURL(trial.address("/console/sign-in"));
        assertThat(trial.browser().faults(page, "sign-in")).isEmpty();
    }

    @Test
    void a_wrong_password_is_refused_without_saying_which_half_was_wrong() {
        Page page = trial.stranger();
        page.navigate(trial.address("/console/sign-in"));
        page.getByLabel("Name").fill("engineer");
        page.getByLabel("Password").fill("guess");
        button(page, "Sign in").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Name or password is wrong");
        assertThat(trial.browser().faults(page, "sign-in-refused")).isEmpty();
    }

    @Test
    void intake_shows_the_delivered_files() throws IOException {
        Page page = trial.signedIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Intake"))
                .click();

        Locator extract = page.locator("tr").filter(new Locator.FilterOptions().setHasText(".zip"));
        assertThat(extract.first()).isVisible();
        assertThat(trial.browser().faults(page, "intake")).isEmpty();
    }

    @Test
    void coverage_reads_an_extract_and_shows_none_of_its_data() throws IOException {
        Path extract = trial.extract();
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/coverage"));
        assertThat(trial.browser().faults(page, "coverage")).isEmpty();
        page.getByLabel("Extract").setInputFiles(extract);
        button(page, "Check coverage").click();

        assertThat(page.getByText("rows in")).isVisible(PATIENTLY);
        assertThat(page.locator("#t-ssd_person")).isVisible();
        assertThat(page.locator("main").innerText()).doesNotContain(ConsoleTrial.childOf(extract));
        assertThat(trial.browser().faults(page, "coverage-report")).isEmpty();
    }

    @Test
    void preview_puts_the_source_beside_each_element() throws IOException {
        Path extract = trial.extract();
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/preview"));
        assertThat(trial.browser().faults(page, "preview")).isEmpty();
        page.getByLabel("The council’s id of the child").fill(ConsoleTrial.childOf(extract));
        page.locator("#extract").setInputFiles(extract);
        button(page, "Show the preview").click();

        assertThat(page.getByText("Nothing was stored or sent.")).isVisible(PATIENTLY);
        assertThat(page.getByText("ssd_person.pers_forename").first()).isVisible();
        assertThat(trial.browser().faults(page, "preview-result")).isEmpty();
    }

    @Test
    void cp_is_shows_alarms_reconciliation_and_files() throws IOException {
        trial.extract();
        Page page = trial.signedIn();
        page.locator("#navigation")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("CP-IS"))
                .click();
        Locator file = page.locator("a[href*='/console/cp-is/files/']").first();
        for (int looks = 0; looks < 60 && file.count() == 0; looks++) {
            page.waitForTimeout(1000);
            page.reload();
        }

        assertThat(file).isVisible();
        assertThat(trial.browser().faults(page, "cp-is")).isEmpty();
        file.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Upload file")))
                .isVisible();
        assertThat(trial.browser().faults(page, "cp-is-file")).isEmpty();
        page.navigate(trial.address("/console/cp-is/reconciliation"));
        assertThat(trial.browser().faults(page, "cp-is-reconciliation")).isEmpty();
        page.locator("a[href*='/console/cp-is/persons/']").first().click();
        assertThat(page.getByText("What CP-IS has acknowledged to hold")).isVisible();
        assertThat(trial.browser().faults(page, "cp-is-person")).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void now_shows_the_balance_of_today() throws IOException {
        Page page = trial.signedIn();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Now")))
                .isVisible();
        assertThat(trial.browser().faults(page, "now")).isEmpty();
    }
}
