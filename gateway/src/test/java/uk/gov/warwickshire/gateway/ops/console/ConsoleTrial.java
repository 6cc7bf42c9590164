package uk.gov.warwickshire.gateway.ops.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.Browser;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** The packaged demo and a browser before it. */
final class ConsoleTrial implements AutoCloseable {

    private final Path data;
    private final GatewayProcess gateway;
    private final Browser browser = new Browser();

    ConsoleTrial(Path folder) throws IOException {
        data = folder.resolve("data");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("gateway.data-dir", data.toString());
        settings.put("gateway.demo.simulator-port", String.valueOf(GatewayProcess.freePort()));
        settings.put("gateway.embedded-database.port", String.valueOf(GatewayProcess.freePort()));
        gateway = new GatewayProcess(folder, settings);
    }

    Browser browser() {
        return browser;
    }

    String address(String path) {
        return gateway.uri(path).toString();
    }

    /** A page of someone who is not signed in. */
    Page stranger() {
        BrowserContext visitor = browser.visitor();
        return visitor.newPage();
    }

    /** The page that follows signing in with the demo's credentials. */
    Page signedIn() throws IOException {
        JsonNode console = JsonMapper.builder()
                .build()
                .readTree(Files.readString(data.resolve("demo/credentials.json")))
                .path("console");
        Page page = stranger();
        page.navigate(address("/console"));
        page.getByLabel("Name").fill(console.path("username").asString());
        page.getByLabel("Password").fill(console.path("password").asString());
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/console");
        return page;
    }

    @Override
    public void close() throws InterruptedException {
        browser.close();
        gateway.close();
    }
}
