package uk.gov.warwickshire.gateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** A legal hold to try: over every child who was looked after. */
@Component
class DemoRetention {

    private final GatewaySettings settings;
    private final LegalHolds holds;

    DemoRetention(GatewaySettings settings, LegalHolds holds) {
        this.settings = settings;
        this.holds = holds;
    }

    /** Once; after everything else has come to rest, so that the figures of the demo are its own. */
    void prepare() throws IOException {
        Path done = settings.dataDir().toAbsolutePath().resolve("demo/retention");
        if (!settings.demo().generate() || Files.exists(done)) {
            return;
        }
        holds.save(
                new NewHold(
                        "Example inquiry",
                        "Inquiries Act 2005",
                        "Shows what a hold does",
                        List.of(HoldScope.of(HoldScope.Kind.SERVICE, "looked-after"))),
                "demo");
        Files.writeString(done, "prepared");
    }
}
