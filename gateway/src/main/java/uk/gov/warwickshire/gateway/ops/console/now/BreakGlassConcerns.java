package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReviews;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Emergency overrides that wait for the second pair of eyes. */
@Component
class BreakGlassConcerns implements ConcernSource {

    private final BreakGlassReviews reviews;

    BreakGlassConcerns(BreakGlassReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<Concern> current() {
        BreakGlassReviews.Open open = reviews.open();
        return open.count() == 0
                ? List.of()
                : List.of(new Concern(
                        Urgency.LOOK,
                        "An objection was set aside in an emergency",
                        "A second person has to look at each: information governance or the safeguarding lead.",
                        open.since(),
                        new Affected(open.count(), "review", 0, 0),
                        "/console/emergency",
                        "Review it"));
    }
}
