package uk.gov.warwickshire.gateway.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The simulated counterparts check their callers themselves, as the real ones do. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SimulatorSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain simulators(HttpSecurity http) throws Exception {
        // spotless:off
        return http
            .securityMatcher("/messageexchange/**", "/mesh/**", "/icr/**", "/oauth2/clients/**")
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .csrf(csrf -> csrf.disable())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .build();
        // spotless:on
    }
}
