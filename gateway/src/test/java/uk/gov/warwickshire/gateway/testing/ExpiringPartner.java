package uk.gov.warwickshire.gateway.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A partner behind TLS whose certificate has expired, until it is renewed: same address, same authority. */
public final class ExpiringPartner implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final HttpHandler handler;
    private HttpsServer server;

    /** @param folder for keys and certificates, which the JDK's keytool makes */
    public ExpiringPartner(Path folder, HttpHandler handler) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.handler = handler;
        keytool("-genkeypair", "-alias", "ca", "-ext", "bc:c", "-dname", "CN=Authority", "-keystore", "ca.p12");
        keytool("-exportcert", "-alias", "ca", "-keystore", "ca.p12", "-file", "ca.cer");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.cer", "-keystore", "trusted.p12");
        certificate("expired", "-3d", "2");
        certificate("renewed", "-1d", "30");
        this.server = start("expired", 0);
    }

    public URI uri() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Settings of a bundle with the authority, under this name. */
    public java.util.Map<String, String> bundle(String name) {
        return java.util.Map.of(
                "spring.ssl.bundle.jks." + name + ".truststore.location",
                "file:" + folder.resolve("trusted.p12"),
                "spring.ssl.bundle.jks." + name + ".truststore.password",
                PASSWORD,
                "spring.ssl.bundle.jks." + name + ".truststore.type",
                "PKCS12");
    }

    /** The partner puts its new certificate in. */
    public void renew() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        server = start("renewed", port);
    }

    private HttpsServer start(String certificate, int port) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(certificate + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer started = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.setHttpsConfigurator(new HttpsConfigurator(context));
        started.createContext("/", handler);
        started.start();
        return started;
    }

    private void certificate(String name, String from, String days) throws Exception {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=localhost", "-keystore", name + ".p12");
        keytool("-certreq", "-alias", name, "-keystore", name + ".p12", "-file", name + ".csr");
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                "ca.p12",
                "-infile",
                name + ".csr",
                "-outfile",
                name + ".cer",
                "-startdate",
                from,
                "-validity",
                days,
                "-ext",
                "san=dns:localhost");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.cer", "-keystore", name + ".p12");
        keytool("-importcert", "-noprompt", "-alias", name, "-file", name + ".cer", "-keystore", name + ".p12");
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
