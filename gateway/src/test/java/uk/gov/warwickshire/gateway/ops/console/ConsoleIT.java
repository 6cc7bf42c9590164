package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Walks the console of the packaged demo in a real browser; pictures are kept in `target/screenshots`. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class ConsoleIT {

    @TempDir
    static Path folder;

    private static ConsoleTrial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new ConsoleTrial(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        trial.close();
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
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Name and password do not belong together");
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
    void now_shows_the_balance_of_today() throws IOException {
        Page page = trial.signedIn();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Now")))
                .isVisible();
        assertThat(trial.browser().faults(page, "now")).isEmpty();
    }
}
