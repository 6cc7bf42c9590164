package uk.gov.warwickshire.gateway.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.security.Scopes;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;

/** The types that scopes allow, worked out once: the scopes of a client hardly ever change. */
@Component
class TokenTypes {

    private static final int REMEMBERED = 1000;

    private final LoadingCache<Scopes, Set<String>> readable = cache(scopes -> scopes::mayRead);
    private final LoadingCache<Scopes, Set<String>> seen =
            cache(scopes -> type -> scopes.mayRead(type) || scopes.maySearch(type));

    /** What may be part of a record that is released. */
    Set<String> readable(Scopes scopes) {
        return readable.get(scopes);
    }

    /** What may come along with another resource. */
    Set<String> seen(Scopes scopes) {
        return seen.get(scopes);
    }

    private interface Rule {
        Predicate<String> of(Scopes scopes);
    }

    private static LoadingCache<Scopes, Set<String>> cache(Rule rule) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build(scopes -> {
            Predicate<String> allowed = rule.of(scopes);
            return ServedTypes.ALL.stream().filter(allowed).collect(Collectors.toUnmodifiableSet());
        });
    }
}
