package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Walks a subject access request from its entry to the archive, a restriction to its proof, and a disputed name. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class RightsPagesIT {

    private static final LocatorAssertions.IsVisibleOptions WITHIN_A_MINUTE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static final String PASSWORD = "a long password of the second person";

    @TempDir
    static Path folder;

    private static ConsoleTrial trial;
    private static Page page;

    @BeforeAll
    static void startAndWaitForTheRequestsOfTheDemo() throws IOException {
        trial = new ConsoleTrial(folder, ConsoleTrial.user("second", PASSWORD, "information-governance"));
        trial.extract();
        page = trial.signedIn();
        page.navigate(trial.address("/console/rights"));
        for (int looks = 0; looks < 90 && rows().count() < 7; looks++) {
            page.waitForTimeout(1000);
            page.reload();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        trial.close();
    }

    @Test
    void aSubjectAccessRequestGoesFromEntryToReleasedPack() throws IOException {
        page.navigate(trial.address("/console/rights"));
        assertThat(page.getByText("overdue by").first()).isVisible();
        assertNoFaults("rights");
        enter("subject-access", page.locator("tbody td.app-mono").first().innerText());

        page.getByLabel("Which evidence did you see?").fill("passport and birth certificate");
        button("Confirm in my name").click();
        decide("entitled", "she has parental responsibility");
        assertNoFaults("rights-request");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("The pack"))
                .click();
        button("Put the pack together").click();
        assertNoFaults("rights-pack");
        reviewAll();
        button("Release it in my name").click();

        String password = page.locator("#password").innerText();
        assertNoFaults("rights-pack-released");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fetch the archive"))
                        .click());
        assertThat(names(Files.readAllBytes(download.path()), password))
                .isEqualTo("your-information.pdf your-information.html record.json");
        page.reload();
        assertThat(page.locator("#password")).hasCount(0);
    }

    private static void enter(String kind, String child) {
        page.navigate(trial.address("/console/rights"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter a request"))
                .click();
        assertNoFaults("rights-new");
        page.locator("#kind-" + kind).check();
        page.getByLabel("Which child?").fill(child);
        page.locator("#capacity-parental-responsibility").check();
        page.getByLabel("Who asks?").fill("Eve Example");
        page.getByLabel("Where does the answer go?").fill("1 Example Road");
        button("Enter it").click();
        assertThat(page.url()).doesNotContain(child);
    }

    private static void reviewAll() {
        Locator why = page.getByLabel("Why item");
        int items = why.count();
        for (int item = 0; item < items; item++) {
            why.nth(item).fill("no consent");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Redact item " + (item + 1))
                                    .setExact(true))
                    .click();
        }
    }

    @Test
    void anErasureGoesFromEntryToCertificateAndNothingOfTheChildIsLeftAnywhere() throws Exception {
        String child = "CLOSED-1";
        ErasedEverywhere everywhere = new ErasedEverywhere(trial, child);
        everywhere.awaitSent();
        assertThat(everywhere.places())
                .as("before, the child stands in all of them")
                .contains("resource", "disclosure_ledger", "index", "region", "files");

        enter("erasure", child);
        page.getByLabel("Which evidence did you see?").fill("passport and birth certificate");
        button("Confirm in my name").click();
        decide("entitled", "the period is over");
        String request = page.url();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("The erasure"))
                .click();
        assertThat(page.getByText("You asked for it: another person approves it."))
                .isVisible();
        assertThat(page.url()).doesNotContain(child);
        assertNoFaults("erasure-asked");

        Page second = trial.signedIn("second", PASSWORD);
        second.navigate(page.url());
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve the erasure"))
                .click();
        Locator link = second.getByText("Certificate as JSON");
        for (int looks = 0; looks < 60 && link.count() == 0; looks++) {
            second.waitForTimeout(1000);
            second.reload();
        }
        assertThat(second.getByText("kept under the pseudonym").first()).isVisible();
        assertThat(trial.browser().faults(second, "erasure-done")).isEmpty();
        String certificate =
                Files.readString(second.waitForDownload(link::click).path());
        assertThat(certificate)
                .contains("icr.coventry-warwickshire", "\"place\" : \"resource\"", "disclosure_ledger", "second")
                .doesNotContain(child, everywhere.number());

        page.navigate(request);
        assertThat(page.locator("#state")).containsText("Completed");
        assertThat(page.getByText(child)).hasCount(0);
        assertThat(everywhere.placesOnceAllHaveForgotten())
                .as("where the child still stands")
                .isEmpty();
    }

    @Test
    void aRestrictionIsInForceAndProvenWithinAMinute() {
        open("Restriction");
        assertThat(page.getByText("CP-IS goes on.")).isVisible();
        decide("entitled", "while accuracy is checked");
        assertThat(page.getByText("Confirm that you have read what goes on")).isVisible();
        page.locator("#understood").check();
        decide("entitled", "while accuracy is checked");

        assertThat(page.getByText("in force everywhere")).isVisible(WITHIN_A_MINUTE);
        assertThat(page.getByText("the withdrawal was acknowledged").first()).isVisible();
        assertNoFaults("rights-restriction");
        page.getByText("It ends").click();
        page.getByLabel("Why does it end?").fill("the reason is gone");
        button("Lift it").click();
        assertThat(page.getByText("it was in force and counts no longer")).isVisible();
    }

    @Test
    void whatIsDisputedIsNamedByElement() {
        open("Rectification");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What is disputed"))
                .click();
        assertNoFaults("rights-dispute");
        page.getByLabel("What does the person say is wrong?")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Patient.name"));
        button("Mark as disputed").click();

        assertThat(page.getByText("Whoever reads it now sees that it is disputed."))
                .isVisible();
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Patient.name")))
                .containsText("Disputed");
    }

    private static void open(String kind) {
        page.navigate(trial.address("/console/rights"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(kind + " for child"))
                .first()
                .click();
    }

    private static void decide(String ground, String why) {
        page.getByLabel("Ground").selectOption(ground);
        page.getByLabel("Why, in a sentence").fill(why);
        button("Decide in my name").click();
    }

    private static Locator rows() {
        return page.locator("tbody tr td.app-mono");
    }

    private static Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void assertNoFaults(String picture) {
        assertThat(trial.browser().faults(page, picture)).isEmpty();
    }

    private static String names(byte[] archive, String password) throws IOException {
        StringBuilder names = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), password.toCharArray())) {
            for (var header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
                zip.readAllBytes();
                names.append(names.isEmpty() ? "" : " ").append(header.getFileName());
            }
        }
        return names.toString();
    }
}
