package uk.gov.warwickshire.gateway.api.problem;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Notice;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Problems as OperationOutcomes. */
@Component
public class Outcomes {

    /** Below the base under which the council's own systems are named; refusals before the API have it too. */
    private static final String CODE_SYSTEM = "/CodeSystem/api-refusal";

    private final String system;

    public Outcomes(GatewaySettings settings) {
        this.system = settings.fhir().baseUri() + CODE_SYSTEM;
    }

    public OperationOutcome of(ApiProblem problem) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcomeIssueComponent issue = issue(
                outcome,
                IssueSeverity.ERROR,
                problem.code().type(),
                problem.code().code(),
                problem.code().sentence());
        problem.diagnostics().ifPresent(issue::setDiagnostics);
        return outcome;
    }

    /** With the reasons that the caller may know. */
    public OperationOutcome of(RefusedException refused) {
        OperationOutcome outcome = new OperationOutcome();
        Refusal refusal = refused.refusal();
        OperationOutcomeIssueComponent issue = issue(
                outcome,
                IssueSeverity.ERROR,
                IssueType.fromCode(refusal.issueType()),
                refusal.code(),
                refusal.sentence());
        addReasons(issue, refused.reasons());
        return outcome;
    }

    /** What a Bundle says about what it does not show. */
    public OperationOutcome of(Notice notice) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcomeIssueComponent issue = issue(
                outcome,
                IssueSeverity.fromCode(notice.kind().severity()),
                IssueType.SUPPRESSED,
                notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                notice.kind().sentence());
        addReasons(issue, notice.reasons());
        return outcome;
    }

    private OperationOutcomeIssueComponent issue(
            OperationOutcome outcome, IssueSeverity severity, IssueType type, String code, String sentence) {
        OperationOutcomeIssueComponent issue =
                outcome.addIssue().setSeverity(severity).setCode(type);
        issue.getDetails().setText(sentence).addCoding().setSystem(system).setCode(code);
        return issue;
    }

    private void addReasons(OperationOutcomeIssueComponent issue, List<String> reasons) {
        reasons.forEach(
                reason -> issue.getDetails().addCoding().setSystem(system).setCode(reason));
    }
}
