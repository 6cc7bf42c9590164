package uk.gov.warwickshire.gateway.cpis.query.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.Answer;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.ListedAccess;
import uk.gov.warwickshire.gateway.cpis.query.ShownPlan;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Organisation;

/** Answers and faults as FHIR JSON in UTF-8. The only thing it makes a Bundle of is an {@link Answer}. */
@Component
public class AnswerEncoder {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Organisation council;

    AnswerEncoder(GatewaySettings settings) {
        this.council = settings.organisation();
    }

    /**
     * @param base address of the service, without a slash at the end
     * @param self the request as it came
     */
    public byte[] encode(Answer answer, String base, String self) {
        SearchSet bundle = new SearchSet(base, self);
        switch (answer.endpoint()) {
            case CARE_TEAM -> careTeams(answer, bundle);
            case FLAG -> flag(answer, bundle);
            case AUDIT_EVENT -> accesses(answer, bundle);
        }
        answer.gap().ifPresent(gap -> bundle.outcome(answer.question().id(), OutcomeShape.of(gap, council)));
        return JSON.writeValueAsBytes(bundle.build());
    }

    public byte[] encode(Fault fault, String diagnostics) {
        String said = fault.status() < 500 ? diagnostics : diagnostics + " " + OutcomeShape.ring(council);
        return JSON.writeValueAsBytes(OutcomeShape.of(fault, said));
    }

    private void careTeams(Answer answer, SearchSet bundle) {
        answer.plans().forEach(plan -> bundle.match(CareTeamShape.of(plan, answer.number(), council)));
    }

    private void flag(Answer answer, SearchSet bundle) {
        List<ShownPlan> plans = answer.plans();
        if (plans.isEmpty()) {
            return;
        }
        bundle.match(FlagShape.flag(answer.flagId(), plans, answer.number()));
        plans.forEach(plan -> bundle.include(FlagShape.carePlan(plan, answer.number())));
        plans.forEach(plan -> bundle.include(FlagShape.careTeam(plan, council)));
    }

    private static void accesses(Answer answer, SearchSet bundle) {
        Map<String, ObjectNode> viewers = new LinkedHashMap<>();
        for (ListedAccess access : answer.accesses()) {
            bundle.match(AccessShape.event(access, answer.number()));
            viewers.computeIfAbsent(AccessShape.viewerId(access), id -> AccessShape.viewer(access));
        }
        viewers.values().forEach(bundle::include);
    }
}
