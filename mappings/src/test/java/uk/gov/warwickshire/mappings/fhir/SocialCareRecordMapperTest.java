package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.gov.warwickshire.mappings.cases.RandomChild;
import uk.gov.warwickshire.mappings.record.ChildRecord;

/** What holds for every child, whatever its rows. */
class SocialCareRecordMapperTest {

    private static final Pattern SNOMED =
            Pattern.compile("\"system\":\"http://snomed.info/sct\",\"code\":\"([0-9]+)\"");
    private static final Set<String> SNOMED_CODES = Set.of(
            "342191000000101",
            "764841000000100",
            "818901000000100",
            "108161000000109",
            "1052681000000105",
            "1065401000000101");

    private final FhirEncoder encoder = new FhirEncoder(Mapping.CONTEXT);

    @Provide
    Arbitrary<ChildRecord> children() {
        return Arbitraries.randomValue(RandomChild::of);
    }

    @Property(tries = 300)
    void everyResourceIsThereOnce(@ForAll("children") ChildRecord child) {
        FhirRecord mapped = Mapping.MAPPER.map(child);

        assertThat(mapped.childId()).isEqualTo(child.childId());
        assertThat(mapped.resources())
                .extracting(resource -> resource.type() + "/" + resource.id())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void referencesResolveAndStayWithinTheirCategory(@ForAll("children") ChildRecord child) {
        Map<String, EncodedResource> resources = encoded(child).resources().stream()
                .collect(Collectors.toMap(EncodedResource::reference, Function.identity()));
        for (EncodedResource resource : resources.values()) {
            for (String reference : resource.references()) {
                EncodedResource target = resources.get(reference);
                assertThat(target).as("%s of %s", reference, resource.type()).isNotNull();
                assertThat(target.directory()
                                || target.type().equals("Patient")
                                || (target.category() == resource.category()
                                        && target.aboutPerson().equals(resource.aboutPerson())))
                        .as("%s refers to %s of another category", resource.type(), target.type())
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void noNarrativeLeaves(@ForAll("children") ChildRecord child) {
        assertThat(text(child)).doesNotContain(RandomChild.NARRATIVE);
    }

    @Property(tries = 300)
    void noPlacementAddressLeaves(@ForAll("children") ChildRecord child) {
        boolean lookedAfter = child.lookedAfter().episodes().stream()
                .anyMatch(episode -> episode.period().end().isEmpty());

        assertThat(text(child)).doesNotContain(RandomChild.PLACEMENT_POSTCODE);
        if (lookedAfter || child.identity().restricted()) {
            assertThat(text(child)).doesNotContain(RandomChild.HOME_POSTCODE, "\"address\"");
        }
    }

    @Property(tries = 300)
    void theMotherIsOnlyInResourcesAboutHer(@ForAll("children") ChildRecord child) {
        for (EncodedResource resource : encoded(child).resources()) {
            if (resource.aboutPerson().isEmpty()) {
                assertThat(json(resource)).doesNotContain(RandomChild.MOTHERS_NAME);
            }
        }
    }

    @Property(tries = 300)
    void onlySnomedCodesOfNationalValueSets(@ForAll("children") ChildRecord child) {
        Matcher matcher = SNOMED.matcher(text(child));
        while (matcher.find()) {
            assertThat(SNOMED_CODES).contains(matcher.group(1));
        }
    }

    @Property(tries = 100)
    void theSameRecordGivesTheSameBytes(@ForAll("children") ChildRecord child) {
        assertThat(text(child)).isEqualTo(text(child));
    }

    private EncodedRecord encoded(ChildRecord child) {
        return encoder.encode(Mapping.MAPPER.map(child));
    }

    private String text(ChildRecord child) {
        return encoded(child).resources().stream()
                .map(SocialCareRecordMapperTest::json)
                .collect(Collectors.joining("\n"));
    }

    private static String json(EncodedResource resource) {
        return new String(resource.json(), StandardCharsets.UTF_8);
    }
}
