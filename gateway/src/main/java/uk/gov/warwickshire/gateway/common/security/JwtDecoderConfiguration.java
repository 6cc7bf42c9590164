package uk.gov.warwickshire.gateway.common.security;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Verifies signature, time, issuer and audience of a token. The issuer is asked at first use, not at start. */
@Configuration(proxyBeanMethods = false)
class JwtDecoderConfiguration {

    @Bean
    JwtDecoder jwtDecoder(GatewaySettings settings) {
        return new SupplierJwtDecoder(() -> decoder(settings.security()));
    }

    private static JwtDecoder decoder(GatewaySettings.Security security) {
        NimbusJwtDecoder decoder = security.jwkSetUri()
                .map(uri -> NimbusJwtDecoder.withJwkSetUri(uri).build())
                .orElseGet(() -> (NimbusJwtDecoder)
                        JwtDecoders.fromIssuerLocation(security.issuerUri().orElseThrow()));
        decoder.setJwtValidator(validator(security));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(GatewaySettings.Security security) {
        OAuth2TokenValidator<Jwt> standard = security.issuerUri()
                .map(JwtValidators::createDefaultWithIssuer)
                .orElseGet(JwtValidators::createDefault);
        return security.audience()
                .<OAuth2TokenValidator<Jwt>>map(audience -> new DelegatingOAuth2TokenValidator<>(
                        standard,
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD, values -> values != null && values.contains(audience))))
                .orElse(standard);
    }
}
