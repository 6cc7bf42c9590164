package uk.gov.warwickshire.gateway.cpis.query;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Publishes its keys, as an issuer does. */
final class BenchIssuer implements AutoCloseable {

    private final RSAKey key;
    private final HttpServer server;

    BenchIssuer(RSAKey key) throws IOException {
        this.key = key;
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    URI keys() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    String token() {
        return QueryServer.sign(
                new JWTClaimsSet.Builder()
                        .subject("ed-system")
                        .audience(QueryServer.AUDIENCE)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(8))))
                        .claim("scope", "cp-is.read system/*.read")
                        .claim("ods_code", "RKB")
                        .build(),
                key);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
