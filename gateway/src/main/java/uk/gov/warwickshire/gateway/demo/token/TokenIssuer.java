package uk.gov.warwickshire.gateway.demo.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** A real OAuth 2 issuer for the demo: the gateway verifies its tokens as it would those of any other. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class TokenIssuer {

    /** Audience of tokens for the gateway; tokens for the regions carry {@link #ICR_AUDIENCE}. */
    static final String GATEWAY_AUDIENCE = "health-gateway";

    static final String ICR_AUDIENCE = "integrated-care-record";
    private static final int RSA_BITS = 2048;

    @Bean
    @Order(1)
    SecurityFilterChain tokenIssuerSecurity(HttpSecurity http) throws Exception {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        // spotless:off
        return http
            .securityMatcher(server.getEndpointsMatcher())
            .with(server, configurer -> { })
            .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
            .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
            .build();
        // spotless:on
    }

    @Bean
    RegisteredClientRepository registeredClients(GatewaySettings settings, Environment environment) {
        List<RegisteredClient> clients = DemoClient.ALL.stream()
                .map(client -> RegisteredClients.ofCaller(client, environment))
                .collect(Collectors.toList());
        clients.add(RegisteredClients.ofGateway(issuer(settings)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(GatewaySettings settings) {
        return AuthorizationServerSettings.builder().issuer(issuer(settings)).build();
    }

    /** New at each start: tokens of an earlier run are not taken. */
    @Bean
    JWKSource<SecurityContext> signingKeys() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(RSA_BITS).keyID("demo").generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> organisationClaim() {
        return context -> {
            String id = context.getRegisteredClient().getClientId();
            DemoClient.ALL.stream()
                    .filter(client -> client.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            client -> context.getClaims()
                                    .audience(List.of(GATEWAY_AUDIENCE))
                                    .claim("ods_code", client.odsCode()),
                            () -> context.getClaims().audience(List.of(ICR_AUDIENCE)));
        };
    }

    private static String issuer(GatewaySettings settings) {
        return "http://localhost:" + settings.demo().simulatorPort();
    }
}
