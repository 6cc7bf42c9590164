package uk.gov.warwickshire.gateway.ops.tracing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Without an endpoint there is nobody to read traces: then none are made, and no request pays for them. */
public class TracingSwitch implements EnvironmentPostProcessor {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isOn(environment.getProperty(ENDPOINT, ""))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "no traces",
                            Map.of(
                                    "management.opentelemetry.enabled",
                                    false,
                                    "management.tracing.export.enabled",
                                    false)));
        }
    }

    static boolean isOn(String endpoint) {
        return !endpoint.isBlank();
    }
}
