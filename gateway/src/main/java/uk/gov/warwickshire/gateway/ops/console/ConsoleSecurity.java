package uk.gov.warwickshire.gateway.ops.console;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** People sign in to the console; a token of the APIs opens nothing here, and a session of the console nothing there. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** Before the chain of the APIs, which refuses what nobody claimed. */
    private static final int ORDER = 100;

    /** Scripts, styles and pictures come from the jar alone, and no page can be framed. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(ORDER)
    SecurityFilterChain consoleChain(HttpSecurity http, GatewaySettings settings, List<ConsoleSection> sections)
            throws Exception {
        DaoAuthenticationProvider local = new DaoAuthenticationProvider(ConsoleUsers.of(settings.console()));
        local.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        // spotless:off
        return http
            .securityMatcher("/console", "/console/**", "/webjars/**")
            .authorizeHttpRequests(requests -> {
                requests.requestMatchers("/console/sign-in", "/console/assets/**", "/webjars/**").permitAll();
                sections.stream().filter(section -> !section.roles().isEmpty()).forEach(section -> requests
                    .requestMatchers(section.path(), section.path() + "/**", section.path() + ".*")
                    .hasAnyRole(section.roles().stream().map(ConsoleRole::name).toArray(String[]::new)));
                requests.anyRequest().authenticated();
            })
            .addFilterBefore(new UploadGuard(), CsrfFilter.class)
            .requestCache(cache -> cache.requestCache(wantedPage()))
            .authenticationManager(new ProviderManager(local))
            .formLogin(form -> form
                .loginPage("/console/sign-in")
                .defaultSuccessUrl("/console", false)
                .failureUrl("/console/sign-in?refused"))
            .logout(out -> out.logoutUrl("/console/sign-out").logoutSuccessUrl("/console/sign-in?signed-out"))
            .headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
            .build();
        // spotless:on
    }

    /** Remembers where a person wanted to go, without a mark in the address. */
    @SuppressWarnings("NullAway") // null is how this setter says: no parameter
    private static HttpSessionRequestCache wantedPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
