package uk.gov.warwickshire.gateway.ops.console.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import uk.gov.warwickshire.gateway.ops.console.ConsoleTrial;

/** The page of alerts of the packaged demo, with a disk that a rule finds too full and a webhook that first fails. */
@EnabledIf("uk.gov.warwickshire.gateway.testing.Browser#isInstalled")
class AlertsIT {

    @TempDir
    static Path folder;

    private static final WireMockServer RECEIVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static ConsoleTrial trial;

    @BeforeAll
    static void start() throws IOException {
        RECEIVER.start();
        RECEIVER.stubFor(post("/alerts").willReturn(aResponse().withStatus(503)));
        trial = new ConsoleTrial(
                folder,
                Map.of(
                        "gateway.alerts.rules",
                        "file:" + rules(),
                        "gateway.alerts.evaluate",
                        "1s",
                        "gateway.alerts.webhook.url",
                        RECEIVER.baseUrl() + "/alerts",
                        "gateway.alerts.webhook.secret",
                        "a secret of this test"));
    }

    /** Every disk is more than 0 % full. */
    private static Path rules() throws IOException {
        String shipped = new ClassPathResource("alert-rules.yaml").getContentAsString(StandardCharsets.UTF_8);
        return Files.writeString(
                folder.resolve("rules.yaml"), shipped.replace("below-percent: 10,", "below-percent: 100,"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        trial.close();
        RECEIVER.stop();
    }

    @AfterEach
    void leave() {
        trial.browser().leave();
    }

    @Test
    void what_fires_stands_on_the_page_and_a_test_shows_whether_anybody_is_reached() throws IOException {
        Page page = trial.signedIn();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            page.navigate(trial.address("/console/alerts"));
            assertThat(page.locator("main").innerText()).contains("disk of the data directory is nearly full");
        });
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            page.navigate(trial.address("/console/alerts"));
            assertThat(page.locator("main").innerText()).contains("the webhook answered 503");
        });

        assertThat(page.getByText("could not be looked at")).not().isVisible();

        sendTest(page);
        assertThat(page.getByText("webhook (" + RECEIVER.baseUrl() + "): the webhook answered 503"))
                .isVisible();
        assertThat(trial.browser().faults(page, "alerts-test-failed")).isEmpty();

        RECEIVER.stubFor(post("/alerts").willReturn(ok()));
        sendTest(page);
        assertThat(page.getByText("taken. See that it has arrived")).isVisible();
        assertThat(trial.browser().faults(page, "alerts")).isEmpty();
        RECEIVER.verify(postRequestedFor(urlEqualTo("/alerts"))
                .withRequestBody(matchingJsonPath("$[?(@.kind == 'TEST' && @.test == true)]")));
    }

    private static void sendTest(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a test alert"))
                .click();
    }
}
