package uk.gov.warwickshire.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Stops the start at once with one list of everything that is missing, before anything else is tried. */
public class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> REQUIRED = List.of(
            "gateway.organisation.ods-code",
            "gateway.organisation.name",
            "gateway.organisation.local-authority-code",
            "gateway.organisation.office-hours-phone",
            "gateway.organisation.emergency-duty-phone",
            "gateway.mesh.url",
            "gateway.mesh.shared-key",
            "gateway.mesh.mailboxes.opt-out.id",
            "gateway.mesh.mailboxes.opt-out.password",
            "gateway.mesh.mailboxes.cp-is.id",
            "gateway.mesh.mailboxes.cp-is.password",
            "gateway.opt-out.recipient-mailbox",
            "gateway.opt-out.workflow-id",
            "gateway.cp-is.recipient-mailbox",
            "gateway.cp-is.workflow-id",
            "gateway.agreements",
            "gateway.rights.pseudonym-key");
    private static final List<String> SECRETS =
            List.of("password", "shared-key", "sharedkey", "private-key", "pseudonym-key", "secret");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        refuseSecretsOnTheCommandLine(environment);
        Binder binder = Binder.get(environment);
        List<String> missing = new ArrayList<>();
        REQUIRED.stream().filter(name -> !isSet(binder, name)).forEach(missing::add);
        if (!binder.bind("gateway.icr.regions", Bindable.mapOf(String.class, Object.class))
                .isBound()) {
            missing.add("gateway.icr.regions.<name>.url (with postcode-areas), for each region");
        }
        if (!isSet(binder, "gateway.security.issuer-uri") && !isSet(binder, "gateway.security.jwk-set-uri")) {
            missing.add("gateway.security.issuer-uri or gateway.security.jwk-set-uri");
        }
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing);
        }
    }

    /** Names of settings that must be set; regions and the token issuer besides. */
    static List<String> required() {
        return REQUIRED;
    }

    private static boolean isSet(Binder binder, String name) {
        return binder.bind(name, String.class).map(value -> !value.isBlank()).orElse(false);
    }

    private static void refuseSecretsOnTheCommandLine(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(CommandLinePropertySource.class::isInstance)
                .map(CommandLinePropertySource.class::cast)
                .flatMap(source -> List.of(source.getPropertyNames()).stream())
                .filter(name -> SECRETS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .ifPresent(name -> {
                    throw new SecretOnCommandLineException(name);
                });
    }

    /** Settings without which the gateway does not start. */
    public static final class MissingSettingsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingSettingsException(List<String> names) {
            super(String.join("\n    ", names));
        }
    }

    /** A secret given where every user of the machine can read it. */
    public static final class SecretOnCommandLineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecretOnCommandLineException(String name) {
            super(name);
        }
    }
}
