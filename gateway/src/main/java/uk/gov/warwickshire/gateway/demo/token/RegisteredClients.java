package uk.gov.warwickshire.gateway.demo.token;

import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How each caller proves who it is: people's tools by secret, the gateway by a signed assertion. */
final class RegisteredClients {

    static final String GATEWAY = "health-gateway";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private RegisteredClients() {}

    static RegisteredClient ofCaller(DemoClient client, Environment environment) {
        // The demo's secrets are random and kept in a private file: {noop} hides nothing that a hash would protect.
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret("{noop}" + environment.getRequiredProperty("demo.secret." + client.id()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(LIFE).build())
                .build();
    }

    static RegisteredClient ofGateway(String issuer) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .jwkSetUrl(issuer + GatewayKeys.PATH)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS512)
                        .build())
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(LIFE).build())
                .build();
    }
}
