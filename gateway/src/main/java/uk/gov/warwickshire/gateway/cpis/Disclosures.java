package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.Subject;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsSubject;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The intent to upload records of a person, as the gate is asked and the ledger keeps it. */
final class Disclosures {

    private static final Set<Problem> NUMBER =
            Set.of(Problem.NHS_NUMBER_NOT_VERIFIED, Problem.MOTHER_NHS_NUMBER_NOT_VERIFIED);

    private Disclosures() {}

    /** Whether a number is what is missing: the gate then says so, and the ledger has it. */
    static boolean lacksNumber(PersonState state) {
        return state.obstacles().stream().anyMatch(NUMBER::contains);
    }

    /** @param records empty if only the want of a number is to be recorded */
    static Disclosure of(UUID message, UUID upload, PersonState state, List<CpIsRecord> records, long sequence) {
        List<DisclosedResource> resources = new ArrayList<>();
        resources.add(resource("CpIsSubject", state.personId(), sequence, Category.DEMOGRAPHICS));
        records.stream()
                .flatMap(record -> record.plans().stream())
                .forEach(plan -> resources.add(resource("CpIsPlan", idOf(plan), sequence, categoryOf(plan))));
        return new Disclosure(
                message,
                Optional.of(upload),
                Disclosure.Kind.PUSH,
                Destination.CP_IS,
                Optional.empty(),
                subject(state, records),
                resources);
    }

    static String idOf(CpIsPlan plan) {
        return plan.type() + "-" + plan.planId();
    }

    private static Category categoryOf(CpIsPlan plan) {
        return plan.type() == PlanType.LAC ? Category.LOOKED_AFTER : Category.CHILD_PROTECTION;
    }

    private static DisclosedResource resource(String type, String id, long sequence, Category category) {
        return new DisclosedResource(type, id, sequence, category, Optional.empty());
    }

    /** Of a record the subject it names: its number was verified by the council, by Spine, or by an earlier answer. */
    private static Subject subject(PersonState state, List<CpIsRecord> records) {
        boolean restricted =
                state.statuses().stream().anyMatch(row -> row.identity().restricted());
        if (!records.isEmpty()) {
            CpIsSubject subject = records.get(0).subject();
            return subject(
                    state,
                    Optional.of(subject.nhsNumber()),
                    VerificationStatus.VERIFIED,
                    Optional.of(subject.birthDate()),
                    restricted);
        }
        Optional<StatusRow> row = state.deciding(status -> status instanceof CpIsStatus.NeedsAttention);
        Identity identity = row.map(StatusRow::identity).orElse(Identity.UNKNOWN);
        return subject(
                state,
                identity.nhsNumber(),
                identity.status() == VerificationStatus.VERIFIED
                        ? VerificationStatus.TRACE_REQUIRED
                        : identity.status(),
                row.flatMap(StatusRow::birthDate),
                restricted);
    }

    private static Subject subject(
            PersonState state,
            Optional<NhsNumber> number,
            VerificationStatus verification,
            Optional<LocalDate> birthDate,
            boolean restricted) {
        return new Subject(state.personId(), number, verification, birthDate, Optional.empty(), restricted);
    }
}
