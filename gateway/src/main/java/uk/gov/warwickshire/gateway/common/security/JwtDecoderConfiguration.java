package uk.gov.warwickshire.gateway.common.security;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Verifies signature, type, time, issuer and audience of a token. The issuer is asked at first use, not at start. Only
 * signatures by a private key are taken: `none` and keys shared with the caller (HS256 and the like) are not.
 */
@Configuration(proxyBeanMethods = false)
class JwtDecoderConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JwtDecoderConfiguration.class);

    static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    @Bean
    JwtDecoder jwtDecoder(GatewaySettings settings, Clock clock) {
        GatewaySettings.Security security = settings.security();
        if (security.audience().isEmpty()) {
            LOG.warn("gateway.security.audience is not set: tokens that the issuer made for other services are taken");
        }
        return new VerifiedTokens(new SupplierJwtDecoder(() -> decoder(security, clock)), security.clockSkew(), clock);
    }

    private static JwtDecoder decoder(GatewaySettings.Security security, Clock clock) {
        NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder = security.jwkSetUri()
                .map(NimbusJwtDecoder::withJwkSetUri)
                .orElseGet(() ->
                        NimbusJwtDecoder.withIssuerLocation(security.issuerUri().orElseThrow()));
        NimbusJwtDecoder decoder = builder.validateType(false)
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(ALGORITHMS);
                })
                .build();
        decoder.setJwtValidator(validator(security, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(GatewaySettings.Security security, Clock clock) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        JwtTimestampValidator time = new JwtTimestampValidator(security.clockSkew());
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(List.of(type, time));
        security.issuerUri().map(JwtIssuerValidator::new).ifPresent(validators::add);
        security.audience()
                .map(audience -> new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, values -> values != null && values.contains(audience)))
                .ifPresent(validators::add);
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
