package uk.gov.warwickshire.gateway.api.document;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentConfidentiality;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Notice;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** A document Bundle: the Composition is made, everything else is stored JSON. */
@Component
public class SocialCareDocument {

    private static final String HEADINGS = "https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings";
    private static final String EMPTY_REASONS = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
    private static final String TITLE = "Children's social care record";

    private final FhirContext context;
    private final GatewaySettings.Organisation council;
    private final Ids ids;
    private final Clock clock;

    SocialCareDocument(FhirContext context, GatewaySettings settings, Ids ids, Clock clock) {
        this.context = context;
        this.council = settings.organisation();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param shown what may be shown, the Patient first
     * @param base address of the API
     */
    public List<byte[]> of(List<StoredResource> shown, Notice notice, String base) {
        UUID id = ids.next();
        Instant now = clock.instant();
        Composition composition = composition(shown, notice, base, id, now);
        byte[] json =
                context.newJsonParser().encodeResourceToString(composition).getBytes(StandardCharsets.UTF_8);
        BundleJson bundle = BundleJson.document(id, now).documentEntry("urn:uuid:" + id, json);
        shown.forEach(resource -> bundle.documentEntry(base + "/" + resource.reference(), resource.content()));
        return bundle.pieces();
    }

    /** Its address is a UUID, so what it names is named by the whole address of the entry (R4 bundle 2.36.4.1). */
    private Composition composition(List<StoredResource> shown, Notice notice, String base, UUID id, Instant now) {
        Composition composition = new Composition();
        composition.setId(id.toString());
        composition.getMeta().addProfile(Systems.UK_CORE + "UKCore-Composition");
        composition.setStatus(CompositionStatus.FINAL);
        composition.getType().setText(TITLE);
        composition.setSubject(new Reference(base + "/" + shown.get(0).reference()));
        composition.setDate(Date.from(now));
        composition.addAuthor(council());
        composition.setTitle(TITLE);
        composition.setConfidentiality(DocumentConfidentiality.R);
        composition.setCustodian(council());
        addSections(composition, shown, base);
        if (notice.isSaid()) {
            SectionComponent section = composition.addSection().setTitle("Withheld");
            section.setText(narrative(notice));
            section.getEmptyReason().addCoding().setSystem(EMPTY_REASONS).setCode("withheld");
        }
        return composition;
    }

    private static void addSections(Composition composition, List<StoredResource> shown, String base) {
        Map<Heading, SectionComponent> sections = new EnumMap<>(Heading.class);
        for (StoredResource resource : shown) {
            Heading.of(resource)
                    .ifPresent(heading -> sections.computeIfAbsent(heading, h -> section(h.title(), h.code()))
                            .addEntry(new Reference(base + "/" + resource.reference())));
        }
        SectionComponent safeguarding = section("Safeguarding", Optional.of("safeguarding"));
        sections.forEach((heading, section) -> {
            if (!Heading.SAFEGUARDING.contains(heading)) {
                composition.addSection(section);
                return;
            }
            if (!safeguarding.hasSection()) {
                composition.addSection(safeguarding);
            }
            safeguarding.addSection(section);
        });
    }

    private static SectionComponent section(String title, Optional<String> code) {
        SectionComponent section = new SectionComponent().setTitle(title);
        code.ifPresentOrElse(
                known -> section.getCode().addCoding().setSystem(HEADINGS).setCode(known),
                () -> section.getCode().setText(title));
        return section;
    }

    private static Narrative narrative(Notice notice) {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        String reasons = notice.reasons().isEmpty() ? "" : " " + String.join(", ", notice.reasons());
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>"
                + notice.kind().sentence() + reasons + "</p></div>");
        return narrative;
    }

    private Reference council() {
        return new Reference()
                .setIdentifier(
                        new Identifier().setSystem(Systems.ODS_ORGANISATION).setValue(council.odsCode()))
                .setDisplay(council.name());
    }
}
