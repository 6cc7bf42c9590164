package uk.gov.warwickshire.gateway.api.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What the tests of the gate ask of it: searches for flags, and whatever else they name. */
final class Questions {

    private Questions() {}

    static Answer search(AnswerGate gate, Caller caller, String... children) {
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        List.of(children).forEach(child -> asked.put(child, List.of(flag(child))));
        return gate.answer(question(caller, Interaction.SEARCH, "Flag"), asked, List.of());
    }

    static Asked flag(String id) {
        return new Asked("Flag", id, 1, Category.CHILD_PROTECTION, Optional.empty());
    }

    static Question question(Caller caller) {
        return question(caller, Interaction.SEARCH, "Flag");
    }

    static Question question(Caller caller, Interaction interaction, String type) {
        return new Question(caller, interaction, type, Optional.of("Flag?patient=x"));
    }
}
