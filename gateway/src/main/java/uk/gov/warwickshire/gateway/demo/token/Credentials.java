package uk.gov.warwickshire.gateway.demo.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Writes `demo/credentials.json`, from which people and scripts take the demo's clients. */
@Component
@Profile("demo")
class Credentials {

    private final GatewaySettings settings;
    private final Environment environment;
    private final JsonMapper json;

    Credentials(GatewaySettings settings, Environment environment, JsonMapper json) {
        this.settings = settings;
        this.environment = environment;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void write() throws IOException {
        Path file = settings.dataDir().toAbsolutePath().resolve("demo/credentials.json");
        Files.createDirectories(file.getParent());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Map<String, Object> content() {
        Map<String, Object> clients = new LinkedHashMap<>();
        DemoClient.ALL.forEach(client -> clients.put(client.id(), ofClient(client)));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("tokenUrl", "http://localhost:" + settings.demo().simulatorPort() + "/oauth2/token");
        content.put("clients", clients);
        content.put(
                "console",
                Map.of(
                        "url",
                        "http://localhost:" + environment.getProperty("server.port", "8080") + "/console",
                        "username",
                        "engineer",
                        "password",
                        secret("console")));
        return content;
    }

    private Map<String, Object> ofClient(DemoClient client) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", client.id());
        entry.put("secret", secret(client.id()));
        entry.put("scope", client.scope());
        return entry;
    }

    private String secret(String name) {
        return environment.getRequiredProperty("demo.secret." + name);
    }
}
