package uk.gov.warwickshire.gateway.cpis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;

/** What an answer would let go, by name, for the gate to decide on: one disclosure for each child's record. */
final class Disclosures {

    private Disclosures() {}

    static List<Disclosure> of(Question question, Standing standing, List<ListedAccess> accesses) {
        return standing.about().stream()
                .map(row -> new Disclosure(
                        question.id(),
                        Optional.empty(),
                        Disclosure.Kind.ANSWER,
                        Destination.CP_IS,
                        Optional.of(question.caller().odsCode()),
                        subject(row.timeline()),
                        resources(question, standing, row, accesses)))
                .toList();
    }

    /** The one flag of a person has the id that its first plan gives it. */
    static String flagId(Standing standing) {
        return standing.plans().stream()
                .findFirst()
                .map(first -> ResourceIds.of("cp-is-flag", Standing.shown(first).id()))
                .orElse("none");
    }

    private static Subject subject(CpIsTimeline timeline) {
        return new Subject(
                timeline.childId(),
                timeline.identity().nhsNumber(),
                timeline.identity().status(),
                timeline.birthDate(),
                Optional.empty(),
                timeline.identity().restricted());
    }

    private static List<DisclosedResource> resources(
            Question question, Standing standing, HeldStatuses row, List<ListedAccess> accesses) {
        List<ShownPlan> own = standing.plans().stream()
                .filter(plan -> standing.isOf(row, plan))
                .map(Standing::shown)
                .toList();
        return switch (question.endpoint()) {
            case CARE_TEAM ->
                own.stream()
                        .map(plan -> resource("CareTeam", plan.id(), row, plan.category()))
                        .toList();
            case FLAG -> flag(standing, row, own);
            case AUDIT_EVENT ->
                own.stream()
                        .map(ShownPlan::category)
                        .distinct()
                        .flatMap(category -> accesses.stream()
                                .map(access ->
                                        resource("AuditEvent", access.id().toString(), row, category)))
                        .toList();
        };
    }

    private static List<DisclosedResource> flag(Standing standing, HeldStatuses row, List<ShownPlan> own) {
        List<DisclosedResource> resources = new ArrayList<>();
        String flag = flagId(standing);
        own.stream()
                .map(ShownPlan::category)
                .distinct()
                .forEach(category -> resources.add(resource("Flag", flag, row, category)));
        own.stream()
                .flatMap(plan ->
                        Stream.of("CarePlan", "CareTeam").map(type -> resource(type, plan.id(), row, plan.category())))
                .forEach(resources::add);
        return resources;
    }

    private static DisclosedResource resource(String type, String id, HeldStatuses row, Category category) {
        return new DisclosedResource(type, id, row.version(), category, Optional.empty());
    }
}
