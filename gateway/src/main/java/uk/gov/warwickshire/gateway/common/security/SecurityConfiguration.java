package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens of an OAuth 2 issuer; default deny. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** After the demo's own chains, which name their paths. */
    static final int LAST = 1000;

    /** Health and figures stand on a port of their own that is not published; they hold no personal data. */
    @Bean
    @Order(LAST - 1)
    SecurityFilterChain managementSecurity(HttpSecurity http) throws Exception {
        // spotless:off
        return http
            .securityMatcher(EndpointRequest.toAnyEndpoint())
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .csrf(csrf -> csrf.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .build();
        // spotless:on
    }

    /** Its observations alone halve the request rate; refusals are counted and audited by the rooms. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(LAST)
    SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
        // spotless:off
        return http
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers("/intake/**").hasAuthority("SCOPE_intake.write")
                .anyRequest().denyAll())
            .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
            // No cookie carries authority here, so there is nothing for another site to forge.
            .csrf(csrf -> csrf.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .build();
        // spotless:on
    }
}
