package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * What a hospital is told: decided, listed, audited and committed. Only this package makes one, and only from what the gate
 * has cleared.
 */
public final class Answer implements Reply {

    private final Question question;
    private final List<ShownPlan> plans;
    private final List<ListedAccess> accesses;
    private final String flagId;
    private final Optional<Gap> gap;

    private Answer(
            Question question, List<ShownPlan> plans, List<ListedAccess> accesses, String flagId, Optional<Gap> gap) {
        this.question = question;
        this.flagId = flagId;
        this.plans = List.copyOf(plans);
        this.accesses = List.copyOf(accesses);
        this.gap = Objects.requireNonNull(gap, "gap");
    }

    /** Nobody is known by the number. */
    static Answer nothing(Question question) {
        return new Answer(question, List.of(), List.of(), "none", Optional.empty());
    }

    /** Shows what the gate has cleared of the plans and accesses, and says so if that is not all. */
    static Answer of(Question question, Collection<Cleared> cleared, Standing standing, List<ListedAccess> accesses) {
        Set<String> may = cleared.stream()
                .flatMap(one -> one.resources().stream())
                .map(resource -> resource.type() + "/" + resource.id())
                .collect(Collectors.toUnmodifiableSet());
        boolean listed = question.endpoint() == Endpoint.AUDIT_EVENT;
        List<ShownPlan> plans = standing.plans().stream()
                .map(Standing::shown)
                .filter(plan -> may.contains("CareTeam/" + plan.id()))
                .toList();
        List<ListedAccess> shown = accesses.stream()
                .filter(access -> may.contains("AuditEvent/" + access.id()))
                .toList();
        boolean reduced = listed
                ? shown.size() < accesses.size()
                : plans.size() < standing.plans().size();
        return new Answer(
                question,
                plans,
                shown,
                Disclosures.flagId(standing),
                standing.gap().or(() -> reduced ? Optional.of(Gap.NOT_AGREED) : Optional.empty()));
    }

    public Question question() {
        return question;
    }

    public Endpoint endpoint() {
        return question.endpoint();
    }

    public NhsNumber number() {
        return question.number();
    }

    /** Those that may be shown, by type and start; none where accesses were asked for. */
    public List<ShownPlan> plans() {
        return plans;
    }

    /** Newest first. */
    public List<ListedAccess> accesses() {
        return accesses;
    }

    /** Id of the one flag that stands for all plans. */
    public String flagId() {
        return flagId;
    }

    /** Why there may be more than is shown. */
    public Optional<Gap> gap() {
        return gap;
    }
}
