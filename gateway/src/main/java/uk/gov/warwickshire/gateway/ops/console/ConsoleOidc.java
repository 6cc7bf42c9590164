package uk.gov.warwickshire.gateway.ops.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import uk.gov.warwickshire.gateway.settings.ConsoleSettings;
import uk.gov.warwickshire.gateway.settings.ConsoleSettings.Oidc;

/** People of the council's identity provider: it says who someone is and which roles they have. */
final class ConsoleOidc {

    static final String REGISTRATION = "console";
    static final String BEGIN = "/console/oidc";
    static final String RETURN = "/console/oidc/code/*";

    private ConsoleOidc() {}

    /**
     * Empty if people sign in with local names alone.
     *
     * @throws IllegalArgumentException naming the setting that is missing
     */
    static Optional<Oidc> provider(ConsoleSettings console) {
        Optional<Oidc> provider =
                Optional.of(console.oidc()).filter(oidc -> oidc.issuerUri().isPresent());
        provider.ifPresent(oidc -> {
            required(oidc.clientId(), "client-id");
            required(oidc.clientSecret(), "client-secret");
        });
        return provider;
    }

    private static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new IllegalArgumentException("gateway.console.oidc." + key + " is missing"));
    }

    /** Asks the provider for its addresses when someone first signs in: a provider that is down stops no start. */
    static ClientRegistrationRepository registrations(Oidc oidc) {
        String issuer = required(oidc.issuerUri(), "issuer-uri");
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId(REGISTRATION)
                        .clientId(required(oidc.clientId(), "client-id"))
                        .clientSecret(required(oidc.clientSecret(), "client-secret"))
                        .scope("openid", "profile")
                        .redirectUri("{baseUrl}/console/oidc/code/{registrationId}")
                        .build()));
    }

    /** Where a form may lead by way of a redirect: signing out ends the session at the provider as well. */
    static String origin(Oidc oidc) {
        URI issuer = URI.create(required(oidc.issuerUri(), "issuer-uri"));
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    static OidcUser load(OidcUserRequest request, Oidc oidc) {
        return person(new OidcUserService().loadUser(request), oidc);
    }

    /** @throws OAuth2AuthenticationException for someone who has no role here */
    static OidcUser person(OidcUser user, Oidc oidc) {
        List<SimpleGrantedAuthority> roles = claim(user, oidc.rolesClaim()).stream()
                .map(ConsoleOidc::role)
                .flatMap(Optional::stream)
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .distinct()
                .toList();
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), "no role at the console");
        }
        boolean named = Optional.ofNullable(user.getClaimAsString(oidc.nameClaim()))
                .filter(Predicate.not(String::isBlank))
                .isPresent();
        String name = named ? oidc.nameClaim() : "sub";
        return user.getUserInfo() == null
                ? new DefaultOidcUser(roles, user.getIdToken(), name)
                : new DefaultOidcUser(roles, user.getIdToken(), user.getUserInfo(), name);
    }

    private static Optional<ConsoleRole> role(String code) {
        return Arrays.stream(ConsoleRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst();
    }

    /** A list, or one text with spaces; `realm_access.roles` leads into an object. */
    private static List<String> claim(OAuth2User user, String path) {
        Object value = user.getAttributes();
        for (String step : path.contains(".") && !user.getAttributes().containsKey(path)
                ? path.split("\\.")
                : new String[] {path}) {
            value = value instanceof Map<?, ?> map && map.containsKey(step) ? map.get(step) : List.of();
        }
        if (value instanceof Collection<?> many) {
            List<String> texts = new ArrayList<>();
            many.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        return Arrays.asList(String.valueOf(value).split("\\s+"));
    }
}
