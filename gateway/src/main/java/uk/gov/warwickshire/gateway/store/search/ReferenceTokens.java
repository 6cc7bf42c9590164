package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The tokens of a reference, or of a canonical, which is one by URL. */
final class ReferenceTokens {

    private ReferenceTokens() {}

    static List<String> of(String key, Base value) {
        List<String> tokens = new ArrayList<>();
        if (value instanceof Reference reference) {
            if (reference.hasReference()) {
                literal(tokens, key, reference.getReference());
            }
            if (reference.hasIdentifier()) {
                identifier(tokens, key, reference.getIdentifier());
            }
        } else if (value.isPrimitive() && value.primitiveValue() != null) {
            literal(tokens, key, value.primitiveValue());
        }
        return tokens;
    }

    /** A contained resource (`#id`) is no resource that could be searched for. */
    private static void literal(List<String> tokens, String key, String reference) {
        if (reference.startsWith("#")) {
            return;
        }
        IdType id = new IdType(reference);
        if (id.hasResourceType() && id.hasIdPart() && !id.isAbsolute()) {
            tokens.add(Tokens.reference(key, id.getResourceType(), id.getIdPart()));
            tokens.add(Tokens.plain(key, id.getIdPart()));
        } else {
            tokens.add(Tokens.plain(key, reference));
        }
        tokens.add(Tokens.present(key));
    }

    private static void identifier(List<String> tokens, String key, Identifier identifier) {
        if (!identifier.hasValue()) {
            return;
        }
        String own = Tokens.identifierKey(key);
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        tokens.add(Tokens.coded(own, system, identifier.getValue()));
        tokens.add(Tokens.plain(own, identifier.getValue()));
        if (!system.isEmpty()) {
            tokens.add(Tokens.system(own, system));
        }
        tokens.add(Tokens.present(key));
    }
}
