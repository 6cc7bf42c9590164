package uk.gov.warwickshire.mappings.cpis;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Whether a person's status goes to CP-IS. Every child with a status ends as one of these; none is dropped. */
public sealed interface CpIsStatus {

    /** The council's id of the person the outcome is about. */
    String personId();

    /**
     * To be held by CP-IS.
     *
     * @param problems what could not be said of this person nevertheless: the rest is sent, a person settles these
     */
    record InScope(String personId, CpIsPerson person, Set<Problem> problems) implements CpIsStatus {
        public InScope {
            Objects.requireNonNull(personId, "personId");
            Objects.requireNonNull(person, "person");
            problems = Set.copyOf(problems);
        }
    }

    /** Nothing to be held. */
    record OutOfScope(String personId, Reason reason) implements CpIsStatus {
        public OutOfScope {
            Objects.requireNonNull(personId, "personId");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A status that should be held and cannot be sent until a person has acted. */
    record NeedsAttention(String personId, Set<Problem> problems) implements CpIsStatus {
        public NeedsAttention {
            Objects.requireNonNull(personId, "personId");
            problems = Set.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems must not be empty");
            }
        }

        NeedsAttention(String personId, Problem first) {
            this(personId, EnumSet.of(first));
        }
    }

    /** Why nothing is held, most telling first. */
    enum Reason {
        /** Spine ends the record by itself at 18 and refuses later updates (cp-is.md 7). */
        ADULT("The person is 18 or older"),
        NO_STATUS("No child protection plan, not looked after"),
        NOT_SHARED("Looked after under a legal status that is not shared"),
        NOT_STARTED("The status begins later"),
        ENDED("The status ended more than the visible time ago");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }

    /** What a person has to settle, with the remedy. */
    enum Problem {
        NHS_NUMBER_NOT_VERIFIED("No verified NHS number: trace the child on PDS"),
        NAME_MISSING("Family or given name is missing or holds characters that cannot be sent: correct the person"),
        BIRTH_DATE_MISSING("The date of birth is missing: record it"),
        PLAN_WITHOUT_START_DATE("A plan or period of care has no start date: record it"),
        LEGAL_STATUS_MISSING("A period of care has no legal status: record it"),
        LEGAL_STATUS_UNKNOWN("A legal status is neither a known code nor a known description: record the code"),
        MOTHER_UNKNOWN("A plan for an unborn child names no mother: link her"),
        MOTHER_AMBIGUOUS("A plan for an unborn child names more than one mother: correct the links"),
        MOTHER_NHS_NUMBER_NOT_VERIFIED("The mother of an unborn child has no verified NHS number: trace her on PDS"),
        MOTHER_DETAILS_MISSING("The mother's name or date of birth is missing: record it");

        private final String meaning;

        Problem(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
