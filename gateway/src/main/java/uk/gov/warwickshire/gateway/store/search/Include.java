package uk.gov.warwickshire.gateway.store.search;

import java.util.Objects;
import java.util.Optional;

/**
 * An `_include` or `_revinclude`.
 *
 * @param source the type of resource that holds the reference
 * @param parameter the reference; empty: every one (`*`)
 * @param target only to this type
 * @param iterate also from what was included
 */
public record Include(
        String source, Optional<SearchParameterDefinition> parameter, Optional<String> target, boolean iterate) {
    public Include {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(target, "target");
    }
}
