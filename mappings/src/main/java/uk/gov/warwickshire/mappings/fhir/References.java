package uk.gov.warwickshire.mappings.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Finds the literal references of a resource; those by identifier alone name something that is not in the record. */
final class References {

    private References() {}

    static List<String> literal(Resource resource) {
        Set<String> found = new LinkedHashSet<>();
        collect(resource, found);
        return List.copyOf(found);
    }

    private static void collect(Base element, Set<String> found) {
        if (element instanceof Reference reference && reference.hasReference()) {
            found.add(reference.getReference());
        }
        for (Property property : element.children()) {
            for (Base child : property.getValues()) {
                if (!child.isPrimitive() || child.hasType("extension")) {
                    collect(child, found);
                }
            }
        }
    }
}
