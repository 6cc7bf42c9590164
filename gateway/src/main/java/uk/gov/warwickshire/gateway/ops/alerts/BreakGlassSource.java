package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReviews;

/** Emergency overrides that no second person has looked at. */
@Component
class BreakGlassSource implements AlertSource {

    private final BreakGlassReviews reviews;
    private final Clock clock;

    BreakGlassSource(BreakGlassReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.BREAK_GLASS_UNREVIEWED);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        BreakGlassReviews.Open open = reviews.open();
        Instant now = clock.instant();
        return rules.stream()
                .flatMap(rule -> open
                        .since()
                        .filter(since -> !now.isBefore(since.plus(rule.time())))
                        .map(since -> rule.fires(
                                "",
                                "An objection was set aside in an emergency, and nobody has looked at it",
                                "Ask the professional and record whether it was an emergency: information governance or"
                                        + " the safeguarding lead",
                                "/console/emergency",
                                open.count(),
                                since))
                        .stream())
                .toList();
    }
}
