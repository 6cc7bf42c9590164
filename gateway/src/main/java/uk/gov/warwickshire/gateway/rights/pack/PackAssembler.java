package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** Puts a pack together from what the rooms hold of a child now. */
@Component
class PackAssembler {

    private final ResourceReader records;
    private final DisclosureSections disclosures;
    private final PackRetention retention;
    private final GatewaySettings settings;
    private final Clock clock;

    PackAssembler(
            ResourceReader records,
            DisclosureSections disclosures,
            PackRetention retention,
            GatewaySettings settings,
            Clock clock) {
        this.records = records;
        this.disclosures = disclosures;
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    Pack assemble(RightsRequest request, String who) {
        Instant now = clock.instant();
        String child = request.childId();
        List<StoredResource> record = records.current(List.of(child)).getOrDefault(child, List.of());
        ReviewList review = new ReviewList();
        HeldSections held = new HeldSections(record, review);
        List<PackSection> sections = new ArrayList<>(held.sections());
        sections.addAll(disclosures.sections(child, now, review));
        sections.add(held.origins());
        sections.add(retention.of(child));
        return new Pack(
                request.id(),
                child,
                settings.organisation().name(),
                now,
                who,
                sections,
                PackBundle.of(request.id(), now, record),
                review.items(),
                Optional.empty());
    }
}
