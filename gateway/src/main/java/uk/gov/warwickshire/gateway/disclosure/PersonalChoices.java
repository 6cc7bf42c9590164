package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Choice.Kind;

/** The choices of one person that are in force today. */
record PersonalChoices(List<Choice> inForce) {

    static final PersonalChoices NONE = new PersonalChoices(List.of());

    PersonalChoices {
        inForce = List.copyOf(inForce);
    }

    boolean consentsTo(Destination destination) {
        return has(Kind.CONSENT, destination);
    }

    boolean objectsTo(Destination destination) {
        return has(Kind.OBJECT_ICR, destination);
    }

    boolean restricts(Destination destination) {
        return has(Kind.RESTRICT, destination);
    }

    private boolean has(Kind kind, Destination destination) {
        return inForce.stream().anyMatch(choice -> choice.kind() == kind && choice.concerns(destination));
    }
}
