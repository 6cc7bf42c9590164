package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import uk.gov.warwickshire.gateway.settings.ConsoleSettings.Oidc;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** People sign in to the console; a token of the APIs opens nothing here, and a session of the console nothing there. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** Before the chain of the APIs, which refuses what nobody claimed. */
    private static final int ORDER = 100;

    /** Scripts, styles and pictures come from the jar alone, and no page can be framed. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String SIGN_IN = "/console/sign-in";
    private static final String EXPIRED = SIGN_IN + "?expired";
    private static final String SIGNED_OUT = SIGN_IN + "?signed-out";
    private static final int SESSIONS_OF_ONE_PERSON = 5;

    @Bean
    @Order(ORDER)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            GatewaySettings settings,
            List<ConsoleSection> sections,
            SignInAttempts attempts,
            Clock clock)
            throws Exception {
        DaoAuthenticationProvider local = new DaoAuthenticationProvider(ConsoleUsers.of(settings.console()));
        local.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        withoutParent(http);
        Optional<Oidc> oidc = ConsoleOidc.provider(settings.console());
        if (oidc.isPresent()) {
            signInAtProvider(http, oidc.get());
        }
        String policy = CONTENT_SECURITY_POLICY
                + oidc.map(provider -> " " + ConsoleOidc.origin(provider)).orElse("");
        // spotless:off
        return http
            .securityMatcher("/console", "/console/**", "/webjars/**")
            .authorizeHttpRequests(requests -> {
                requests.requestMatchers(SIGN_IN, "/console/assets/**", "/webjars/**").permitAll();
                // The end of an answer that was allowed when it began: the lines that tell pages of changes.
                requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
                sections.stream().filter(section -> !section.roles().isEmpty()).forEach(section -> requests
                    .requestMatchers(section.path(), section.path() + "/**", section.path() + ".*")
                    .hasAnyRole(section.roles().stream().map(ConsoleRole::name).toArray(String[]::new)));
                requests.anyRequest().authenticated();
            })
            .addFilterBefore(new SessionLife(clock), SecurityContextHolderFilter.class)
            .addFilterBefore(new UploadGuard(), CsrfFilter.class)
            .addFilterBefore(new SignInGuard(attempts), UsernamePasswordAuthenticationFilter.class)
            .requestCache(cache -> cache.requestCache(wantedPage()))
            .authenticationProvider(local)
            .sessionManagement(sessions -> sessions
                .maximumSessions(SESSIONS_OF_ONE_PERSON)
                .expiredUrl(EXPIRED))
            .formLogin(form -> form
                .loginPage(SIGN_IN)
                .successHandler(succeeded(attempts))
                .failureHandler((request, response, wrong) -> {
                    attempts.failed(SignInGuard.name(request), request.getRemoteAddr());
                    response.sendRedirect(SIGN_IN + "?refused");
                }))
            .exceptionHandling(refused -> refused.accessDeniedHandler(refused()))
            .logout(out -> {
                out.logoutUrl("/console/sign-out").logoutSuccessUrl(SIGNED_OUT);
                oidc.ifPresent(provider -> out.logoutSuccessHandler(signOutAtProvider(provider)));
            })
            .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy)))
            .build();
        // spotless:on
    }

    /** A form of a session that has ended was not taken: its person signs in again and is told so. */
    private static AccessDeniedHandler refused() {
        AccessDeniedHandlerImpl noAccess = new AccessDeniedHandlerImpl();
        noAccess.setErrorPage(NoAccessPage.PATH);
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                response.sendRedirect(EXPIRED);
            } else {
                noAccess.handle(request, response, denied);
            }
        };
    }

    /** Tells how many sessions a person has. */
    @Bean
    static HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** A user of some other part of the application is nobody here. */
    @SuppressWarnings("NullAway") // null is how this setter says: no parent
    private static void withoutParent(HttpSecurity http) {
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    }

    private static void signInAtProvider(HttpSecurity http, Oidc oidc) throws Exception {
        // spotless:off
        http.oauth2Login(login -> login
            .clientRegistrationRepository(ConsoleOidc.registrations(oidc))
            .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
            .loginPage(SIGN_IN)
            .authorizationEndpoint(begin -> begin.baseUri(ConsoleOidc.BEGIN))
            .redirectionEndpoint(end -> end.baseUri(ConsoleOidc.RETURN))
            .userInfoEndpoint(person -> person.oidcUserService(request -> ConsoleOidc.load(request, oidc)))
            .successHandler(wanted())
            .failureUrl(SIGN_IN + "?not-let-in"));
        // spotless:on
    }

    private static LogoutSuccessHandler signOutAtProvider(Oidc oidc) {
        OidcClientInitiatedLogoutSuccessHandler handler =
                new OidcClientInitiatedLogoutSuccessHandler(ConsoleOidc.registrations(oidc));
        handler.setDefaultTargetUrl(SIGNED_OUT);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        return handler;
    }

    private static AuthenticationSuccessHandler succeeded(SignInAttempts attempts) {
        SavedRequestAwareAuthenticationSuccessHandler wanted = wanted();
        return (request, response, person) -> {
            attempts.succeeded(SignInGuard.name(request), request.getRemoteAddr());
            wanted.onAuthenticationSuccess(request, response, person);
        };
    }

    private static SavedRequestAwareAuthenticationSuccessHandler wanted() {
        SavedRequestAwareAuthenticationSuccessHandler wanted = new SavedRequestAwareAuthenticationSuccessHandler();
        wanted.setRequestCache(wantedPage());
        wanted.setDefaultTargetUrl("/console");
        return wanted;
    }

    /** Remembers where a person wanted to go, without a mark in the address. */
    @SuppressWarnings("NullAway") // null is how this setter says: no parameter
    private static HttpSessionRequestCache wantedPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
