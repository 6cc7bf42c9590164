package uk.gov.warwickshire.mappings.record;

import java.util.Objects;
import java.util.Optional;

/**
 * A value of a code list as the source gave it: extracts carry a code, a description, or both.
 *
 * @param code the code of the DfE list, if the text named or described one
 * @param text what the source said, never blank
 */
public record Coded(Optional<String> code, String text) {
    public Coded {
        Objects.requireNonNull(code, "code");
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }

    public static Coded of(String code, String text) {
        return new Coded(Optional.of(code), text);
    }

    public static Coded textOnly(String text) {
        return new Coded(Optional.empty(), text);
    }

    public boolean is(String wanted) {
        return code.filter(wanted::equals).isPresent();
    }
}
