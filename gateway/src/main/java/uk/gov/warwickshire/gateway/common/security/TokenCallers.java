package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Reads the caller out of the verified token and the request's headers, once for each request. */
@Component
class TokenCallers implements Callers {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{10,500}");

    private final boolean certificateBound;

    TokenCallers(GatewaySettings settings) {
        this.certificateBound = settings.security().certificateBound();
    }

    @Override
    public Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller known) {
            return known;
        }
        Caller caller = read(request);
        request.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    private Caller read(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken authentication)) {
            throw new RefusedException(Refusal.TOKEN_MISSING);
        }
        Jwt token = authentication.getToken();
        BoundCertificate.check(token, request, certificateBound);
        String ods = text(token, "ods_code")
                .filter(code -> ODS_CODE.matcher(code).matches())
                .orElseThrow(() -> new RefusedException(Refusal.ORGANISATION_MISSING));
        Optional<String> subject = text(token, "sub");
        String client = text(token, "client_id")
                .or(() -> text(token, "azp"))
                .or(() -> subject)
                .orElseThrow(() -> new RefusedException(Refusal.TOKEN_INVALID));
        return new Caller(
                client,
                ods,
                scopes(token),
                subject.filter(person -> !person.equals(client)),
                purpose(token, request),
                reason(request),
                word(request, "X-Request-ID"),
                Optional.ofNullable(request.getRemoteAddr()));
    }

    /** What the issuer vouches for counts; a header may repeat it, not change it. */
    private static Optional<String> purpose(Jwt token, HttpServletRequest request) {
        Optional<String> claimed = text(token, "purpose");
        Optional<String> header = word(request, "X-Purpose");
        if (claimed.isPresent() && header.isPresent() && !claimed.equals(header)) {
            throw new RefusedException(Refusal.PURPOSE_NOT_AGREED);
        }
        return claimed.or(() -> header);
    }

    private static Optional<String> reason(HttpServletRequest request) {
        Optional<String> reason = Optional.ofNullable(request.getHeader("X-Break-Glass-Reason"));
        if (reason.isPresent() && !REASON.matcher(reason.orElseThrow().strip()).matches()) {
            throw new RefusedException(Refusal.BREAK_GLASS_REASON);
        }
        return reason.map(String::strip);
    }

    private static Optional<String> word(HttpServletRequest request, String header) {
        Optional<String> value = Optional.ofNullable(request.getHeader(header));
        if (value.isPresent() && !WORD.matcher(value.orElseThrow()).matches()) {
            throw new RefusedException(Refusal.HEADER_INVALID);
        }
        return value;
    }

    private static Scopes scopes(Jwt token) {
        Object claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        if (claim instanceof Collection<?> words) {
            return Scopes.of(words.stream().map(String::valueOf).toList());
        }
        return Scopes.of(claim instanceof String words ? List.of(words) : List.of());
    }

    private static Optional<String> text(Jwt token, String claim) {
        return Optional.ofNullable(token.getClaim(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> !value.isBlank());
    }
}
