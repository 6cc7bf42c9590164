package uk.gov.warwickshire.gateway.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Random secrets of the demo, made at its first start and kept in the data directory, readable by its owner alone. */
public class DemoSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** Names under which secrets are found in the environment. */
    private static final List<String> NAMES = List.of(
            "demo.secret.mesh-shared-key",
            "demo.secret.mailbox-opt-out",
            "demo.secret.mailbox-cp-is",
            "demo.secret.mailbox-service",
            "demo.secret.partner",
            "demo.secret.partner-out-of-region",
            "demo.secret.hospital",
            "demo.secret.engineer",
            "demo.secret.auditor",
            "demo.secret.console",
            "demo.secret.pseudonym-key");

    private static final int BYTES = 24;
    private static final int RSA_BITS = 3072;

    /** Before {@code RequiredSettings} looks for the values. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.matchesProfiles("demo")) {
            return;
        }
        Path folder = folder(environment.getProperty("gateway.data-dir", "./data"));
        try {
            environment
                    .getPropertySources()
                    .addLast(new PropertiesPropertySource("demo-secrets", withHash(loadOrCreate(folder))));
            createKey(folder.resolve("icr-client.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The console is given no password, only its hash. */
    private static Properties withHash(Properties secrets) {
        String password = secrets.getProperty("demo.secret.console");
        secrets.setProperty("demo.secret.console-hash", "{bcrypt}" + new BCryptPasswordEncoder().encode(password));
        return secrets;
    }

    static Path folder(String dataDir) {
        return Path.of(dataDir).toAbsolutePath().resolve("demo");
    }

    private static Properties loadOrCreate(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.load(in);
            }
        }
        SecureRandom random = new SecureRandom();
        for (String name : NAMES) {
            secrets.computeIfAbsent(name, key -> {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                return HexFormat.of().formatHex(bytes);
            });
        }
        createPrivately(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            secrets.store(out, "Made at the first start of the demo");
        }
        return secrets;
    }

    /** The key with which the gateway signs its assertions to the demo's token issuer. */
    private static void createKey(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            createPrivately(file);
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + lines.encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every Java runtime", e);
        }
    }

    private static void createPrivately(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
    }
}
