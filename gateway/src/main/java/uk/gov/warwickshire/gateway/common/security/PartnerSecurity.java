package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What NHS partners call: bearer tokens, and an OperationOutcome for whoever is not let in. */
@Configuration(proxyBeanMethods = false)
class PartnerSecurity {

    private static final int BEFORE_THE_LAST = SecurityConfiguration.LAST - 100;
    private static final String[] PARTNERS = {"/fhir/**", "/cp-is/**", "/patient-flags-api/**"};
    private static final String[] CP_IS = {"/cp-is/**", "/patient-flags-api/**"};

    /** What the interfaces are, without anything of what they hold. */
    private static final String[] OPEN = {
        "/fhir/R4/metadata",
        "/fhir/R4/api-docs",
        "/fhir/R4/openapi.json",
        "/cp-is/FHIR/R4/metadata",
        "/patient-flags-api/FHIR/R4/metadata"
    };

    @Bean
    @Order(BEFORE_THE_LAST)
    SecurityFilterChain partnerSecurityChain(HttpSecurity http, Refusals refusals, CallLimits limits, Callers callers)
            throws Exception {
        // spotless:off
        return http
            .securityMatcher(PARTNERS)
            .authorizeHttpRequests(requests -> requests
                .requestMatchers(HttpMethod.GET, OPEN).permitAll()
                .requestMatchers(HttpMethod.HEAD, OPEN).permitAll()
                .requestMatchers(CP_IS).hasAuthority("SCOPE_cp-is.read")
                .anyRequest().authenticated())
            .oauth2ResourceServer(server -> server
                .jwt(Customizer.withDefaults())
                .authenticationEntryPoint(refuseToken())
                .accessDeniedHandler(refuseScope(callers, limits)))
            .exceptionHandling(handling -> handling
                .authenticationEntryPoint(refuseToken())
                .accessDeniedHandler(refuseScope(callers, limits)))
            .addFilterBefore(new RefusalFilter(refusals), BearerTokenAuthenticationFilter.class)
            .addFilterAfter(new AdmissionFilter(callers, limits), AuthorizationFilter.class)
            // No cookie carries authority here, so there is nothing for another site to forge.
            .csrf(csrf -> csrf.disable())
            .requestCache(cache -> cache.disable())
            .logout(logout -> logout.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .build();
        // spotless:on
    }

    /** Paths and headers that the firewall does not let pass. */
    @Bean
    RequestRejectedHandler rejectedRequests(Refusals refusals) {
        return (request, response, rejected) ->
                refusals.answer(new RefusedException(Refusal.REQUEST_INVALID), Optional.empty(), request, response);
    }

    private static AuthenticationEntryPoint refuseToken() {
        return (request, response, failure) -> {
            throw new RefusedByChain(new RefusedException(ofToken(request, failure)), Optional.empty());
        };
    }

    private static AccessDeniedHandler refuseScope(Callers callers, CallLimits limits) {
        return (request, response, denied) -> {
            Caller caller;
            try {
                caller = callers.of(request);
            } catch (RefusedException refused) {
                throw new RefusedByChain(refused, Optional.empty());
            }
            try {
                // Each is put on record: they may not come faster than what is answered.
                limits.count(caller.odsCode());
            } catch (RefusedException tooMany) {
                throw new RefusedByChain(tooMany, Optional.of(caller));
            }
            throw new RefusedByChain(new RefusedException(Refusal.SCOPE_MISSING), Optional.of(caller));
        };
    }

    private static Refusal ofToken(HttpServletRequest request, Throwable failure) {
        if (request.getHeader("Authorization") == null) {
            return Refusal.TOKEN_MISSING;
        }
        boolean expired = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(JwtValidationException.class::isInstance)
                .map(JwtValidationException.class::cast)
                .flatMap(invalid -> invalid.getErrors().stream())
                .anyMatch(error -> String.valueOf(error.getDescription()).startsWith("Jwt expired at"));
        return expired ? Refusal.TOKEN_EXPIRED : Refusal.TOKEN_INVALID;
    }
}
