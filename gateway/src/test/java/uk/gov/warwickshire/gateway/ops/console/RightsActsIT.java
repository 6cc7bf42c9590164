package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.ops.console.ActWalk.assertDone;
import static uk.gov.warwickshire.gateway.ops.console.ActWalk.button;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/** Disposals from the list to the certificate, and the acts on a request that change its clock and its log. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsActsIT {

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
    @Order(2)
    void a_disposal_is_refused_asked_for_again_and_approved_by_another() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/retention"));
        page.getByLabel("How it stands").selectOption("DATED");
        button(page, "Find").click();
        assertThat(page.locator("#found")).isVisible();
        assertThat(trial.browser().faults(page, "retention-found")).isEmpty();

        ask(page);
        assertThat(page.getByText("You asked for it: another person approves it."))
                .isVisible();
        page.getByLabel("Why it is refused").fill("the inquiry has asked for them");
        button(page, "Refuse").click();
        assertDone(page, "The disposal is refused.");
        assertThat(page.locator("dl")).containsText("the inquiry has asked for them");
        assertThat(trial.browser().faults(page, "disposal-refused")).isEmpty();

        ask(page);
        SharedTrial.provider().roles("information-governance");
        Page second = trial.stranger();
        second.navigate(trial.address("/console"));
        second.getByText("Sign in with your council account").click();
        second.navigate(page.url());
        button(second, "Approve the disposal").click();
        assertDone(second, "The disposal is approved and goes on child by child.");
        ActWalk.await(second, second.getByText("0 to go"));
        assertThat(trial.browser().faults(second, "disposal-done")).isEmpty();
        second.locator("tbody a").first().click();
        assertThat(second.getByText("Certificate as JSON")).isVisible();
    }

    @Test
    @Order(1)
    void an_erasure_that_was_asked_for_is_refused_and_leaves_the_child() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/retention"));
        String child = page.locator("table:has(caption#due) tbody th").first().innerText();
        page.navigate(trial.address("/console/erasure"));
        page.getByLabel("The council’s id of the child").fill(child);
        button(page, "Show what stands against it").click();
        page.getByLabel("Why it is erased").fill("the period is over");
        button(page, "Ask for the erasure").click();
        assertDone(page, "The erasure is asked for. Another person has to approve it.");
        page.locator("a[href*='/console/erasure/run/']").first().click();
        assertThat(page.getByText("You asked for it: another person approves it."))
                .isVisible();

        page.getByLabel("Why it is refused").fill("the inquiry has asked for it");
        button(page, "Refuse").click();

        assertThat(page.locator("#content")).containsText("refused");
        assertThat(trial.browser().faults(page, "erasure-refused")).isEmpty();
        assertThat(trial.jdbc().queryForObject("select count(*) from child where child_id = ?", Long.class, child))
                .isOne();
    }

    private static void ask(Page page) {
        page.navigate(trial.address("/console/retention"));
        button(page, "Ask for their disposal").click();
        assertDone(page, "The disposal is asked for. Another person has to approve it.");
        page.locator("a[href*='/console/retention/disposals/']").first().click();
    }

    @Test
    void a_request_is_noted_extended_and_withdrawn() throws IOException {
        Page page = trial.signedIn();
        page.navigate(trial.address("/console/rights/new"));
        page.locator("#kind-objection-icr").check();
        page.getByLabel("Which child?").fill(ConsoleTrial.childOf(trial.extract()));
        page.locator("#capacity-parental-responsibility").check();
        page.getByLabel("Who asks?").fill("Alex Example");
        page.getByLabel("Where does the answer go?").fill("2 Example Road");
        button(page, "Enter it").click();
        assertDone(page, "The request is entered.");

        page.getByText("Add to the log").click();
        page.getByLabel("What was done?").fill("rung back");
        button(page, "Add it").click();
        assertThat(page.locator("#events")).containsText("rung back");

        page.getByText("It needs more time").click();
        page.getByLabel("Why is it complex?").fill("four case files");
        button(page, "Extend it").click();
        assertThat(page.getByText("Extended by two months: four case files")).isVisible();

        page.getByText("The person takes it back").click();
        page.getByLabel("How did the person say so?").fill("on the telephone");
        button(page, "Withdraw it").click();
        assertThat(page.locator("#state")).containsText("Withdrawn");
        assertThat(trial.browser().faults(page, "rights-withdrawn")).isEmpty();
    }
}
