package uk.gov.warwickshire.gateway.ops.console;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** One demo for all tests that walk pages and leave it as they found it: it takes a minute to start. */
public final class SharedTrial {

    private SharedTrial() {}

    private static final class Started {
        static final TestIdentityProvider PROVIDER = provider();
        static final ConsoleTrial TRIAL = start();

        private static TestIdentityProvider provider() {
            try {
                return new TestIdentityProvider();
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ConsoleTrial start() {
            try {
                ConsoleTrial trial = new ConsoleTrial(
                        Files.createTempDirectory("console-trial"),
                        Map.of(
                                "gateway.console.oidc.issuer-uri", PROVIDER.issuer(),
                                "gateway.console.oidc.client-id", "gateway-console",
                                "gateway.console.oidc.client-secret", "secret",
                                "gateway.console.oidc.roles-claim", "realm_access.roles"));
                Runtime.getRuntime().addShutdownHook(new Thread(trial::stop));
                return trial;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static ConsoleTrial trial() {
        return Started.TRIAL;
    }

    /** At whom people of this trial can sign in besides. */
    public static TestIdentityProvider provider() {
        return Started.PROVIDER;
    }
}
