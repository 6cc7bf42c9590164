package uk.gov.warwickshire.gateway.demo.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import uk.gov.warwickshire.gateway.demo.icr.BearerCheck;

/** The simulated records take the tokens that the demo's issuer gave the gateway, and no others. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class IcrTokens {

    @Bean
    BearerCheck icrBearerCheck(JWKSource<SecurityContext> signingKeys) {
        JwtDecoder decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
        return token -> {
            try {
                List<String> audience = decoder.decode(token).getAudience();
                return audience != null && audience.contains(TokenIssuer.ICR_AUDIENCE);
            } catch (JwtException notOurs) {
                return false;
            }
        };
    }
}
