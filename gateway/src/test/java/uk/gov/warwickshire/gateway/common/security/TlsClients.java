package uk.gov.warwickshire.gateway.common.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server and two clients with certificates of their own, made by the JDK's keytool. */
final class TlsClients {

    static final String PASSWORD = "changeit";
    private static final List<String> NAMES = List.of("partner", "thief");

    private final Path folder;
    private final Map<String, HttpClient> clients = new HashMap<>();

    private TlsClients(Path folder) {
        this.folder = folder;
    }

    static TlsClients generate(Path folder) throws Exception {
        TlsClients made = new TlsClients(folder);
        for (String name : List.of("server", "partner", "thief")) {
            made.keytool(
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-validity",
                    "2",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:localhost",
                    "-keystore",
                    name + ".p12");
            made.keytool("-exportcert", "-alias", name, "-keystore", name + ".p12", "-file", name + ".cer");
        }
        for (String name : NAMES) {
            made.keytool(
                    "-importcert", "-noprompt", "-alias", name, "-file", name + ".cer", "-keystore", "trusted.p12");
        }
        made.keytool("-importcert", "-noprompt", "-alias", "server", "-file", "server.cer", "-keystore", "servers.p12");
        made.clients.put("none", made.client(null));
        for (String name : NAMES) {
            made.clients.put(name, made.client(made.keys(name)));
        }
        return made;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    HttpResponse<String> send(String client, HttpRequest request) throws IOException, InterruptedException {
        return clients.get(client).send(request, HttpResponse.BodyHandlers.ofString());
    }

    String thumbprint(String name) {
        try {
            byte[] certificate = store(name + ".p12").getCertificate(name).getEncoded();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client(KeyManager[] keys) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store("servers.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private KeyManager[] keys(String name) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name + ".p12"), PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    private KeyStore store(String file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
