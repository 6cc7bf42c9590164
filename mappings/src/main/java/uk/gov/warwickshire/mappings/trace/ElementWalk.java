package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;

/** Takes a resource apart into its filled elements, each small enough that one value of the source made it. */
final class ElementWalk {

    /** Concepts, references and extensions are not taken apart: their parts come and go together. */
    private static final Set<String> SLICE_KEYS = Set.of("system", "type", "code", "use");

    private final UnaryOperator<String> referenceName;
    private final UnaryOperator<String> original;
    private final List<MappedElement> elements = new ArrayList<>();

    private ElementWalk(UnaryOperator<String> referenceName, UnaryOperator<String> original) {
        this.referenceName = referenceName;
        this.original = original;
    }

    /**
     * @param referenceName what to call the target of a literal reference
     * @param original turns an altered name in a logical reference back into what it was
     */
    static List<MappedElement> of(
            Resource resource, UnaryOperator<String> referenceName, UnaryOperator<String> original) {
        ElementWalk walk = new ElementWalk(referenceName, original);
        for (Property property : resource.children()) {
            switch (property.getName()) {
                case "id", "text", "contained", "language", "implicitRules" -> {}
                default -> walk.children(property, "", "", Set.of());
            }
        }
        return walk.elements;
    }

    private void children(Property property, String path, String location, Set<String> without) {
        String name = property.getName().replace("[x]", "");
        if (without.contains(name)) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Base value : property.getValues()) {
            String step = name + slice(value);
            int number = counts.merge(step, 1, Integer::sum) - 1;
            String position = number == 0 ? "" : "[" + number + "]";
            visit(value, join(path, step), join(location, step + position));
        }
    }

    private void visit(Base value, String path, String location) {
        if (value.isPrimitive()) {
            elements.add(new MappedElement(path, location, value.primitiveValue(), List.of()));
        } else if (isLeaf(value)) {
            elements.add(new MappedElement(path, location, words(value), codings(value)));
        } else {
            Set<String> without = slice(value).isEmpty() ? Set.of() : SLICE_KEYS;
            value.children().forEach(property -> children(property, path, location, without));
        }
    }

    private static boolean isLeaf(Base value) {
        return value instanceof CodeableConcept
                || value instanceof Coding
                || value instanceof Reference
                || value instanceof Extension;
    }

    private static List<Coding> codings(Base value) {
        Base content = value instanceof Extension extension && extension.hasValue() ? extension.getValue() : value;
        return content instanceof CodeableConcept concept ? concept.getCoding() : List.of();
    }

    private static String slice(Base value) {
        if (value instanceof Identifier identifier) {
            return ":" + ResourceName.lastPart(identifier.getSystem());
        } else if (value instanceof Extension extension) {
            return ":" + ResourceName.lastPart(extension.getUrl()).replace("Extension-UKCore-", "");
        } else if (value instanceof TaskOutputComponent output) {
            return ":" + output.getType().getCodingFirstRep().getCode();
        } else if (value instanceof ObservationComponentComponent component) {
            return ":" + component.getCode().getCodingFirstRep().getCode();
        } else if (value instanceof ContactPoint contact) {
            return ":" + contact.getSystem().toCode();
        }
        return "";
    }

    private String words(Base value) {
        if (value instanceof Coding coding) {
            return coding.getCode() + " (" + ResourceName.lastPart(coding.getSystem()) + ")";
        } else if (value instanceof CodeableConcept concept) {
            String codings = concept.getCoding().stream().map(this::words).collect(Collectors.joining(", "));
            return concept.hasText() ? (codings + " “" + concept.getText() + "”").strip() : codings;
        } else if (value instanceof Reference reference) {
            return reference.hasReference()
                    ? referenceName.apply(reference.getReference())
                    : reference.getType() + " " + original.apply(words(reference.getIdentifier()));
        } else if (value instanceof Identifier identifier) {
            return identifier.getValue() + " (" + ResourceName.lastPart(identifier.getSystem()) + ")";
        } else if (value instanceof Extension extension) {
            return extension.hasExtension()
                    ? extension.getExtension().stream().map(this::words).collect(Collectors.joining(" "))
                    : words(extension.getValue());
        }
        return value.isPrimitive() ? value.primitiveValue() : value.fhirType();
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
