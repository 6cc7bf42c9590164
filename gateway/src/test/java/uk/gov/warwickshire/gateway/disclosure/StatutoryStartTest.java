package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Nothing in the policy can make an opt-out, an objection, a restriction or an age keep a child from CP-IS: no start. */
class StatutoryStartTest {

    @TempDir
    Path folder;

    /** Without the annotation of a configuration, so that no other test finds it. */
    @EnableConfigurationProperties(GatewaySettings.class)
    @Import(DisclosureConfiguration.class)
    static class PolicyAlone {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "national-opt-out: record,          national-opt-out: withhold",
        "icr-objection: record,             icr-objection: withhold",
        "restriction: record,               restriction: withhold",
        "unknown-status: record,            unknown-status: hold",
        "stale-status: record,              stale-status: hold",
        "legal-basis: legal-obligation,     legal-basis: consent",
        "purpose: safeguarding,             'purpose: safeguarding\n    minimum-age-years: 1'",
        "purpose: safeguarding,             'purpose: safeguarding\n    beyond-individual-care: true'",
    })
    void noOtherEffectIsTaken(String shipped, String changed) throws Exception {
        assertThat(start(settings(shipped, changed)))
                .rootCause()
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("CP-IS is statutory");
    }

    @Test
    void asShippedItStarts() throws Exception {
        assertThat(start(settings("", ""))).isNull();
    }

    private static Throwable start(Map<String, Object> settings) {
        return catchThrowable(() -> new SpringApplicationBuilder(PolicyAlone.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(settings)
                .run()
                .close());
    }

    /** The first occurrence stands in the rule of CP-IS. */
    private Map<String, Object> settings(String shipped, String changed) throws Exception {
        String policy = TestPolicies.shippedText();
        int cpIs = policy.indexOf("\n  cp-is:");
        int at = policy.indexOf(shipped, cpIs);
        Path file = Files.writeString(
                folder.resolve("policy.yaml"),
                policy.substring(0, at) + changed + policy.substring(at + shipped.length()));
        Map<String, Object> settings = new HashMap<>(Map.of(
                "gateway.policy", "file:" + file,
                "gateway.agreements", "classpath:demo/agreements.yaml",
                "gateway.security.jwk-set-uri", "http://localhost:1/jwks"));
        settings.putAll(Map.of(
                "gateway.organisation.ods-code", "X937",
                "gateway.organisation.name", "Warwickshire County Council",
                "gateway.organisation.local-authority-code", "937",
                "gateway.organisation.office-hours-phone", "01632 960100",
                "gateway.organisation.emergency-duty-phone", "01632 960999"));
        settings.putAll(Map.of(
                "gateway.mesh.url", "http://localhost:1",
                "gateway.mesh.shared-key", "key",
                "gateway.mesh.mailboxes.opt-out.id", "X26OURS01",
                "gateway.mesh.mailboxes.opt-out.password", "secret",
                "gateway.mesh.mailboxes.cp-is.id", "X26OURS02",
                "gateway.mesh.mailboxes.cp-is.password", "secret"));
        settings.put("gateway.rights.pseudonym-key", "a key of the tests, as long as it has to be");
        settings.putAll(Map.of(
                "gateway.opt-out.recipient-mailbox", "X26HC065",
                "gateway.opt-out.workflow-id", "SPINE_NTT_UPHOLDING",
                "gateway.cp-is.recipient-mailbox", "X26CPIS01",
                "gateway.cp-is.workflow-id", "CPIS"));
        Map.of("coventry-warwickshire", "CV", "birmingham-solihull", "B", "herefordshire-worcestershire", "HR,WR")
                .forEach((region, areas) -> {
                    settings.put("gateway.icr.regions." + region + ".url", "http://localhost:1");
                    settings.put("gateway.icr.regions." + region + ".postcode-areas", areas);
                });
        return settings;
    }
}
