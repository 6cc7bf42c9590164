package uk.gov.warwickshire.gateway.cpis.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The running controller on a port of its own, with an issuer whose tokens it verifies. */
final class QueryServer implements AutoCloseable {

    static final String AUDIENCE = "health-gateway";
    private static final String ISSUER = "https://issuer.example";

    private final RSAKey key;
    private final HttpServer keys;
    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    QueryServer(String databaseUrl, Map<String, Object> more) throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(QueryTestApplication.class)
                .environment(environment(settings(databaseUrl, more)))
                .run();
    }

    private Map<String, Object> settings(String databaseUrl, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port", 0,
                "management.server.port", -1,
                "spring.datasource.url", databaseUrl,
                "spring.main.allow-bean-definition-overriding", true,
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999"));
        settings.putAll(Map.of(
                "gateway.allow-test-numbers",
                true,
                "gateway.agreements",
                "classpath:cpis-query/agreements.yaml",
                "gateway.security.issuer-uri",
                ISSUER,
                "gateway.security.jwk-set-uri",
                "http://localhost:" + keys.getAddress().getPort() + "/keys",
                "gateway.security.audience",
                AUDIENCE));
        // Required, and nothing here looks at them.
        for (String name : List.of(
                "mesh.shared-key",
                "mesh.mailboxes.opt-out.id",
                "mesh.mailboxes.opt-out.password",
                "mesh.mailboxes.cp-is.id",
                "mesh.mailboxes.cp-is.password",
                "opt-out.recipient-mailbox",
                "opt-out.workflow-id",
                "cp-is.recipient-mailbox",
                "cp-is.workflow-id",
                "rights.pseudonym-key")) {
            settings.put("gateway." + name, "unused");
        }
        settings.put("gateway.mesh.url", "http://localhost:1");
        settings.put("gateway.icr.regions.unused.url", "http://localhost:1");
        settings.putAll(more);
        return settings;
    }

    /** Above the files of the application. */
    private static ConfigurableEnvironment environment(Map<String, Object> settings) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A token of organisation RKB that may ask. */
    String token() {
        return token(claims -> claims);
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("ed-system")
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(3650))))
                .claim("scope", "cp-is.read")
                .claim("ods_code", "RKB");
        return sign(change.apply(claims).build(), key);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String token, String... headers) {
        return send("GET", path, token, headers);
    }

    /** @param token empty for none */
    HttpResponse<String> send(String method, String path, String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + context.getWebServer().getPort()
                + path.replace("|", "%7C")
                        .replace(" ", "%20")
                        .replace("<", "%3C")
                        .replace(">", "%3E"));
    }

    @Override
    public void close() {
        context.close();
        keys.stop(0);
    }
}
