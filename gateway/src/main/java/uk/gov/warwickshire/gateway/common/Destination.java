package uk.gov.warwickshire.gateway.common;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where messages go: `cp-is`, `icr.coventry-warwickshire`. Policy and choices name either the whole code or the family
 * before the dot.
 *
 * @param code lower-case words with hyphens, at most one dot
 */
public record Destination(String code) {

    // Before the destinations that are checked against it.
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)?");

    public static final Destination CP_IS = new Destination("cp-is");
    public static final String ICR = "icr";

    public Destination {
        Objects.requireNonNull(code, "code");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a destination: " + code);
        }
    }

    public static Destination icr(String region) {
        return new Destination(ICR + "." + region);
    }

    /** `icr` of `icr.coventry-warwickshire`: the word that policy and metrics use. */
    public String family() {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    public Optional<String> region() {
        int dot = code.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(code.substring(dot + 1));
    }

    /** Whether a rule for `named` (a code or a family) covers this destination. */
    public boolean isCoveredBy(String named) {
        return named.equals(code) || named.equals(family());
    }

    @Override
    public String toString() {
        return code;
    }
}
