package uk.gov.warwickshire.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;

class RequiredSettingsTest {

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(this::check)
                .isInstanceOf(RequiredSettings.MissingSettingsException.class)
                .hasMessageContaining("gateway.organisation.ods-code")
                .hasMessageContaining("gateway.mesh.shared-key")
                .hasMessageContaining("gateway.icr.regions.<name>.url")
                .hasMessageContaining("gateway.agreements")
                .hasMessageContaining("gateway.security.issuer-uri or gateway.security.jwk-set-uri");
    }

    @Test
    void onlyWhatIsMissingIsNamed() {
        set(Map.of("gateway.mesh.url", "https://mesh.example", "gateway.security.jwk-set-uri", "https://keys.example"));

        assertThatThrownBy(this::check)
                .hasMessageContaining("gateway.mesh.shared-key")
                .hasMessageNotContaining("gateway.mesh.url")
                .hasMessageNotContaining("jwk-set-uri");
    }

    @Test
    void aBlankValueIsMissing() {
        set(Map.of("gateway.mesh.url", " "));

        assertThatThrownBy(this::check).hasMessageContaining("gateway.mesh.url");
    }

    @Test
    void aSecretOnTheCommandLineIsRefusedWithoutRepeatingIt() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--gateway.mesh.shared-key=hush-hush"));

        assertThatThrownBy(this::check)
                .isInstanceOf(RequiredSettings.SecretOnCommandLineException.class)
                .hasMessageContaining("gateway.mesh.shared-key")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void failuresAreToldInWordsWithARemedy() {
        Throwable failure = catchThrowable(this::check);

        var analysis = new SettingsFailureAnalyzer().analyze(failure);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("These settings are missing", "gateway.mesh.url");
        assertThat(analysis.getAction()).contains("--spring.profiles.active=demo");
    }

    private void set(Map<String, Object> values) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(values)));
    }

    private void check() {
        new RequiredSettings().initialize(context);
    }
}
