package uk.gov.warwickshire.gateway.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** A file of policy or agreements, as text. */
record TermsText(String name, String content) {

    static TermsText of(Resource file) {
        try {
            return new TermsText(
                    Optional.ofNullable(file.getFilename()).orElse(file.getDescription()),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Resource asResource() {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
