package uk.gov.warwickshire.gateway.store.search;

import java.util.Optional;

/**
 * A parameter's name taken apart: `subject:Patient.name` is code `subject`, modifier `Patient`, chain `name`.
 *
 * @param written the name as it was asked for, for messages
 */
record ParameterName(String written, String code, Optional<String> modifier, Optional<String> chain) {

    static ParameterName parse(String written) {
        int dot = written.indexOf('.');
        String head = dot < 0 ? written : written.substring(0, dot);
        int colon = head.indexOf(':');
        return new ParameterName(
                written,
                colon < 0 ? head : head.substring(0, colon),
                colon < 0 ? Optional.empty() : Optional.of(head.substring(colon + 1)),
                dot < 0 ? Optional.empty() : Optional.of(written.substring(dot + 1)));
    }

    InvalidSearchException unsupportedModifier(String supported) {
        return new InvalidSearchException(written, "this modifier is not supported here; supported: " + supported);
    }

    InvalidSearchException malformed(String expected) {
        return new InvalidSearchException(written, "the value is malformed; expected " + expected);
    }
}
