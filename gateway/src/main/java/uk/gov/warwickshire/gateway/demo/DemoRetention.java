package uk.gov.warwickshire.gateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.demo.data.ClosedCases;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Retention to try: a legal hold over every child who was looked after, and records due for disposal, one of them under a
 * hold of its own.
 */
@Component
class DemoRetention {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final GatewaySettings settings;
    private final LegalHolds holds;
    private final Clock clock;

    DemoRetention(GatewaySettings settings, LegalHolds holds, Clock clock) {
        this.settings = settings;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Once; after everything else has come to rest, so that the requests are about children of the families.
     *
     * @return how many files were dropped
     */
    int prepare() throws IOException {
        Path done = settings.dataDir().toAbsolutePath().resolve("demo/retention");
        if (!settings.demo().generate() || Files.exists(done)) {
            return 0;
        }
        holds.save(
                new NewHold(
                        "Example inquiry",
                        "Inquiries Act 2005",
                        "Shows what a hold does",
                        List.of(HoldScope.of(HoldScope.Kind.SERVICE, "looked-after"))),
                "demo");
        holds.save(
                new NewHold(
                        "Example claim",
                        "Litigation",
                        "Shows a disposal that leaves out who is held",
                        List.of(HoldScope.of(
                                HoldScope.Kind.CHILD,
                                ClosedCases.childIds()
                                        .get(ClosedCases.childIds().size() - 1)))),
                "demo");
        int files = ClosedCases.writeTo(settings.inbox(), LocalDate.ofInstant(clock.instant(), COUNCIL));
        Files.writeString(done, "prepared");
        return files;
    }
}
