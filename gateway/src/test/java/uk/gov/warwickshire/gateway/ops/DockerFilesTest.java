package uk.gov.warwickshire.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Image and compose files say what the gateway understands; where no engine is at hand, this is what tries them. */
class DockerFilesTest {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PINNED = "[a-z0-9./-]+:v?\\d+(\\.\\d+)+([._-][a-z0-9_.-]+)?";

    private static JsonNode compose(String file) throws IOException {
        Object yaml = new Yaml().load(Files.readString(DOCKER.resolve(file)));
        return JSON.valueToTree(yaml);
    }

    private static List<JsonNode> gateways(JsonNode compose) {
        return compose.path("services").properties().stream()
                .filter(service -> service.getKey().startsWith("gateway"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.replicas.yaml"})
    void every_setting_that_is_named_exists(String file) throws IOException {
        Set<String> known = keys("gateway", GatewaySettings.class);
        for (JsonNode gateway : gateways(compose(file))) {
            gateway.path("environment").propertyNames().stream()
                    .filter(name -> name.startsWith("GATEWAY_"))
                    .forEach(name -> assertThat(known.stream().map(DockerFilesTest::variable))
                            .contains(name));
            gateway.path("secrets").forEach(secret -> {
                String target = secret.path("target").asString();
                assertThat(target.startsWith("gateway.") ? known : Set.of("spring.datasource.password"))
                        .anyMatch(key -> target.matches(key.replace("<name>", "[a-z0-9-]+")));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.replicas.yaml"})
    void every_service_is_pinned_limited_and_watched_and_the_gateway_may_write_nothing_but_its_data(String file)
            throws IOException {
        JsonNode compose = compose(file);
        JsonNode demo = compose("compose.yaml");
        compose.path("services").properties().forEach(entry -> {
            JsonNode extended = entry.getValue().path("extends");
            JsonNode service = extended.isMissingNode()
                    ? entry.getValue()
                    : demo.path("services").path(extended.path("service").asString());
            JsonNode limits = service.path("deploy").path("resources").path("limits");
            assertThat(limits.path("memory").asString()).as(entry.getKey()).isNotBlank();
            assertThat(limits.path("cpus").asString()).as(entry.getKey()).isNotBlank();
            if (entry.getKey().startsWith("gateway")) {
                assertThat(service.path("read_only").asBoolean()).isTrue();
                assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            } else {
                assertThat(service.path("image").asString()).matches(PINNED);
                assertThat(service.path("healthcheck").path("test").size()).isPositive();
            }
        });
        JsonNode secrets = compose.path("secrets");
        gateways(compose).forEach(gateway -> gateway.path("secrets")
                .forEach(secret -> assertThat(secrets.has(secret.path("source").asString()))
                        .isTrue()));
        assertThat(Files.readString(DOCKER.resolve(file)))
                .as("a secret is a file")
                .doesNotContainPattern("(?i)(password|secret|key): *[\"']?[a-z0-9]{8,}");
    }

    @Test
    void the_image_is_pinned_runs_as_nobody_in_particular_and_asks_the_ports_there_are() throws IOException {
        String file = Files.readString(DOCKER.resolve("Dockerfile"));
        List<String> from = file.lines()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(from).isNotEmpty().allMatch(image -> image.matches(PINNED) || image.equals("base"));
        String last = file.substring(file.lastIndexOf("\nFROM "));
        assertThat(last).contains("USER 10001:10001", "EXPOSE 8080 8081", "HEALTHCHECK");
        JsonNode application =
                JSON.valueToTree(new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml"))));
        assertThat(application.path("server").path("port").asInt()).isEqualTo(8080);
        assertThat(application.path("management").path("server").path("port").asInt())
                .isEqualTo(8081);
        assertThat(Files.readString(DOCKER.resolve("health")))
                .contains("/actuator/health/readiness", "MANAGEMENT_SERVER_PORT:-8081");
        assertThat(Files.readString(DOCKER.resolve("prometheus/prometheus.yml")))
                .contains("/actuator/prometheus", "gateway:8081");
    }

    @Test
    void the_settings_of_the_replicas_exist() throws IOException {
        Set<String> known = keys("gateway", GatewaySettings.class);
        JsonNode config = compose("config/gateway.yaml").path("gateway");
        for (String key : leaves("gateway", (ObjectNode) config)) {
            assertThat(known).as(key).anyMatch(pattern -> key.matches(pattern.replace("<name>", "[a-z0-9-]+")));
        }
    }

    /** As the generated reference lists them: a setting that becomes required fails here until the replicas give it. */
    @Test
    void the_replicas_are_given_all_that_a_start_needs() throws IOException {
        Set<String> given = new TreeSet<>(
                leaves("gateway", (ObjectNode) compose("config/gateway.yaml").path("gateway")));
        gateways(compose("compose.replicas.yaml"))
                .get(0)
                .path("secrets")
                .forEach(secret -> given.add(secret.path("target").asString()));
        String reference = Files.readString(Path.of("docs", "settings.md"));
        String required =
                reference.substring(reference.indexOf("### Required"), reference.indexOf("### With a default"));
        List<String> names = Pattern.compile("(?m)^\\| `(gateway\\.[^`]+)`")
                .matcher(required)
                .results()
                .map(name -> name.group(1).replace("<name>", "[a-z0-9-]+"))
                .filter(name -> !name.equals("gateway.security.jwk-set-uri"))
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(given).as(name).anyMatch(key -> key.matches(name)));
        assertThat(given).as("the shipped draft is not approved").contains("gateway.retention-schedule");
    }

    private static List<String> leaves(String prefix, ObjectNode node) {
        List<String> leaves = new ArrayList<>();
        node.properties().forEach(entry -> {
            String name = prefix + "." + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner) {
                leaves.addAll(leaves(name, inner));
            } else {
                leaves.add(name);
            }
        });
        return leaves;
    }

    /** `gateway.mesh.shared-key` is `GATEWAY_MESH_SHAREDKEY`. */
    private static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> keys(String prefix, Class<?> record) {
        Set<String> keys = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "." + hyphenated(component.getName());
            Optional<Class<?>> inner = Stream.of(component.getGenericType())
                    .filter(ParameterizedType.class::isInstance)
                    .filter(type -> component.getType() == Map.class)
                    .<Class<?>>map(
                            type -> ((ParameterizedType) type).getActualTypeArguments()[1] instanceof Class<?> value
                                    ? value
                                    : Object.class)
                    .findFirst();
            if (component.getType().isRecord()) {
                keys.addAll(keys(name, component.getType()));
            } else if (inner.isPresent() && inner.get().isRecord()) {
                keys.addAll(keys(name + ".<name>", inner.get()));
            } else {
                keys.add(name);
            }
        }
        return keys;
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
