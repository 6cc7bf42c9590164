package uk.gov.warwickshire.gateway.store.search;

import java.util.Set;
import java.util.stream.Stream;

/** Tells which conditions say what patients a search is about. */
final class PatientCriteria {

    /** References of which the child is the subject; an author or performer may be a patient too, but not the child. */
    private static final Set<String> SUBJECT = Set.of("patient", "subject");

    private PatientCriteria() {}

    static boolean namesPatients(Criterion criterion) {
        if (criterion instanceof Criterion.Id id) {
            return !id.not();
        }
        if (criterion instanceof Criterion.Token token) {
            return !token.not()
                    && isPatient(token.parameter(), "identifier")
                    && token.values().stream().allMatch(value -> value.code().isPresent());
        }
        if (criterion instanceof Criterion.Reference reference) {
            return isSubject(reference.parameter());
        }
        if (criterion instanceof Criterion.ReferenceIdentifier identifier) {
            return isSubject(identifier.parameter())
                    && identifier.values().stream()
                            .allMatch(value -> value.code().isPresent());
        }
        return criterion instanceof Criterion.Chain chain
                && isSubject(chain.parameter())
                && chain.targets().stream().allMatch(PatientCriteria::namesPatient);
    }

    /** As {@link #namesPatients}, by one value and not by a description. */
    static boolean namesOnePatient(Criterion criterion) {
        if (!namesPatients(criterion)) {
            return false;
        }
        if (criterion instanceof Criterion.Id id) {
            return id.ids().size() == 1;
        }
        if (criterion instanceof Criterion.Token token) {
            return token.values().size() == 1;
        }
        if (criterion instanceof Criterion.Reference reference) {
            return reference.values().size() == 1;
        }
        if (criterion instanceof Criterion.ReferenceIdentifier identifier) {
            return identifier.values().size() == 1;
        }
        return criterion instanceof Criterion.Chain chain
                && chain.targets().stream().allMatch(target -> namesOnePatient(target.criterion()));
    }

    /** The types of `_has`, however far it is followed. */
    static Stream<String> typesLookedInto(Criterion criterion) {
        if (criterion instanceof Criterion.Has has) {
            return Stream.concat(Stream.of(has.parameter().base()), typesLookedInto(has.criterion()));
        }
        return criterion instanceof Criterion.Chain chain
                ? chain.targets().stream().flatMap(target -> typesLookedInto(target.criterion()))
                : Stream.empty();
    }

    /** A name, a date of birth, an address, a telephone: not what half the children share. */
    static boolean describesPatients(Criterion criterion) {
        return criterion instanceof Criterion.Text
                || (criterion instanceof Criterion.Date date
                        && date.parameter().code().equals("birthdate"));
    }

    static boolean isSubject(SearchParameterDefinition parameter) {
        return SUBJECT.contains(parameter.code()) && !parameter.base().equals("Patient");
    }

    private static boolean namesPatient(Criterion.Target target) {
        return target.type().equals("Patient")
                && (namesPatients(target.criterion()) || describesPatients(target.criterion()));
    }

    private static boolean isPatient(SearchParameterDefinition parameter, String code) {
        return parameter.base().equals("Patient") && parameter.code().equals(code);
    }
}
