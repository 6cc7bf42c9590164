package uk.gov.warwickshire.gateway.common.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scopes of a token: SMART system scopes (`system/Patient.rs`, `system/*.read`) and words of our own (`cp-is.read`,
 * `audit.read`, `intake.write`). A SMART scope with search parameters is narrower than any we check, so it grants nothing.
 */
public record Scopes(Set<String> words) {

    private static final String SYSTEM = "system/";
    private static final Pattern SMART =
            Pattern.compile(SYSTEM + "(?:[A-Z][A-Za-z]*|\\*)\\.(read|write|\\*|c?r?u?d?s?)");

    public Scopes {
        words = Set.copyOf(words);
    }

    /** From the claim `scope` (words between spaces) or `scp` (an array). */
    static Scopes of(Collection<String> claim) {
        return new Scopes(claim.stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether exactly this word was granted. */
    public boolean has(String word) {
        return words.contains(word);
    }

    /** Whether resources of the type may be read by id, with their history. */
    public boolean mayRead(String type) {
        return grants(type, 'r');
    }

    /** Whether the type may be searched. */
    public boolean maySearch(String type) {
        return grants(type, 's');
    }

    private boolean grants(String type, char permission) {
        // Asked with every request, of tokens that name a dozen types: the pattern is for those of this one.
        return words.stream()
                .filter(word -> word.startsWith(type + ".", SYSTEM.length()) || word.startsWith("*.", SYSTEM.length()))
                .map(SMART::matcher)
                .filter(Matcher::matches)
                .map(scope -> Optional.ofNullable(scope.group(1)).orElse(""))
                .anyMatch(granted -> granted.equals("read")
                        || granted.equals("*")
                        || (!granted.equals("write") && granted.indexOf(permission) >= 0));
    }
}
