package uk.gov.warwickshire.gateway.store.search;

import java.util.List;

/** The tokens a condition asks for. */
final class TokenSql {

    private TokenSql() {}

    static List<String> tokens(String key, List<TokenValue> values) {
        return values.stream().map(value -> token(key, value)).toList();
    }

    private static String token(String key, TokenValue value) {
        if (value.code().isEmpty()) {
            return Tokens.system(key, value.system().orElseThrow());
        }
        String code = value.code().get();
        return value.system().map(system -> Tokens.coded(key, system, code)).orElseGet(() -> Tokens.plain(key, code));
    }

    static List<String> references(Criterion.Reference reference) {
        String key = reference.parameter().key();
        return reference.values().stream()
                .map(value -> value.type()
                        .filter(type -> !value.absolute())
                        .map(type -> Tokens.reference(key, type, value.value()))
                        .orElseGet(() -> Tokens.plain(key, value.value())))
                .toList();
    }
}
