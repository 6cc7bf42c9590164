package uk.gov.warwickshire.gateway.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;

/** Settings of a gateway that sends what is agreed to one region. */
final class RightsTestSettings {

    private RightsTestSettings() {}

    /** @param region its address */
    static GatewaySettings sendingTo(String region) {
        return new Binder(new MapConfigurationPropertySource(Map.ofEntries(
                        Map.entry("gateway.agreements", agreements()),
                        Map.entry("gateway.allow-test-numbers", "true"),
                        Map.entry("gateway.retention-schedule", ApprovedSchedule.in(schedule())),
                        Map.entry("gateway.organisation.name", "Warwickshire County Council"),
                        Map.entry("gateway.organisation.ods-code", "X937"),
                        Map.entry("gateway.organisation.local-authority-code", "937"),
                        Map.entry("gateway.icr.home-region", "coventry-warwickshire"),
                        Map.entry("gateway.icr.regions.coventry-warwickshire.url", region),
                        Map.entry("gateway.icr.regions.coventry-warwickshire.postcode-areas", "CV"))))
                .bindOrCreate("gateway", GatewaySettings.class);
    }

    private static String agreements() {
        try {
            Path file = Files.createTempFile("rights-test", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    version: "test"
                    agreements:
                      - id: icr-cv
                        group: professionals
                        destination: icr.coventry-warwickshire
                        ods-codes: []
                        purpose: individual-care
                        legal-basis: public-task
                        categories: [demographics, family, professional-contacts, child-in-need]
                        region: coventry-warwickshire
                        status: in-force
                        withheld-notice: false
                        break-glass: false
                        from: 2023-07-20
                    """).toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path schedule() {
        try {
            return Files.createTempDirectory("schedule");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
