package uk.gov.warwickshire.gateway.rights.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.rights.pack.ReviewItem.ItemDecision;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What is about another person is redacted where it stands, and nowhere else either. */
class HeldSectionsTest {

    @Test
    void a_heading_does_not_say_what_was_redacted_below_it() {
        ReviewList review = new ReviewList();
        HeldSections held = new HeldSections(
                List.of(
                        resource("Condition", "mine", Optional.empty(), "asthma"),
                        resource("Condition", "hers", Optional.of("m1"), "postnatal depression")),
                review);
        Pack pack = new Pack(
                UUID.randomUUID(),
                "c1",
                "Council",
                Instant.EPOCH,
                "officer",
                held.sections(),
                "{}",
                review.items().stream()
                        .map(item -> new ReviewItem(
                                item.number(),
                                item.reference(),
                                item.element(),
                                item.where(),
                                item.label(),
                                item.value(),
                                item.reason(),
                                Optional.of(new ItemDecision(false, "no consent of hers", "officer", Instant.EPOCH))))
                        .toList(),
                Optional.empty());

        assertThat(pack.items()).isNotEmpty();
        assertThat(new PackHtml().of(pack))
                .contains("asthma", "[Redacted: about another person]")
                .doesNotContain("postnatal");
    }

    private static StoredResource resource(String type, String id, Optional<String> about, String code) {
        return new StoredResource(
                "c1",
                type,
                id,
                1,
                Instant.EPOCH,
                Category.values()[0],
                about,
                ("{\"resourceType\":\"%s\",\"id\":\"%s\",\"code\":{\"text\":\"%s\"}}".formatted(type, id, code))
                        .getBytes(StandardCharsets.UTF_8),
                List.of());
    }
}
