package uk.gov.warwickshire.gateway.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The shipped policy, and what a council may make of it. */
final class TestPolicies {

    private static final String SHIPPED = text(new ClassPathResource("disclosure-policy.yaml"));

    static final Map<String, DisclosurePolicy> VARIANTS = Map.of(
            "shipped", policy(SHIPPED),
            "record",
                    policy(icr("withhold\n    icr-objection: withhold", "record\n    icr-objection: withhold")
                            .replace(
                                    ": hold\n    stale-status: hold\n\n  # Beyond",
                                    ": record\n    stale-status: record\n\n  # Beyond")),
            "minimum-16",
                    policy(icr("purpose: individual-care", "purpose: individual-care\n    minimum-age-years: 16")));

    private TestPolicies() {}

    static DisclosurePolicy shipped() {
        return VARIANTS.get("shipped");
    }

    static String shippedText() {
        return SHIPPED;
    }

    static DisclosurePolicy policy(String yaml) {
        return PolicyReader.read(file("policy.yaml", yaml));
    }

    static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static String icr(String shipped, String changed) {
        if (!SHIPPED.contains(shipped)) {
            throw new IllegalStateException("the shipped policy no longer says: " + shipped);
        }
        return SHIPPED.replace(shipped, changed);
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
