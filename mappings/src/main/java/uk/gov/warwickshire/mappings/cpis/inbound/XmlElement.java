package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

/**
 * An element of a bounded document. Elements of a foreign namespace, and all below them, are not seen; unknown names are
 * passed over.
 *
 * @param attributes those without a namespace, by name
 * @param text of the element itself, stripped
 */
record XmlElement(
        String namespace, String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    boolean isOurs() {
        return namespace.equals(CpIsMessageStructure.NAMESPACE);
    }

    Stream<XmlElement> all(String wanted) {
        return children.stream().filter(child -> child.isOurs() && child.name.equals(wanted));
    }

    /** An element that may stand at most once. */
    Optional<XmlElement> optional(String wanted) throws MalformedException {
        List<XmlElement> found = all(wanted).toList();
        if (found.size() > 1) {
            throw new MalformedException(Reason.ELEMENT_REPEATED, name + "/" + wanted);
        }
        return found.stream().findFirst();
    }

    /** An element that must stand exactly once. */
    XmlElement required(String wanted) throws MalformedException {
        return optional(wanted).orElseThrow(() -> new MalformedException(Reason.ELEMENT_MISSING, name + "/" + wanted));
    }

    /** This element and everything below, in document order. */
    Stream<XmlElement> tree() {
        return isOurs() ? Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree)) : Stream.empty();
    }

    Stream<XmlElement> below(String wanted) {
        return children.stream().flatMap(XmlElement::tree).filter(e -> e.name.equals(wanted));
    }

    Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String requiredAttribute(String wanted) throws MalformedException {
        return attribute(wanted).orElseThrow(() -> new MalformedException(Reason.VALUE_INVALID, name + "/@" + wanted));
    }

    /** Own text and that of all below, parts separated by a space. */
    String fullText() {
        StringBuilder all = new StringBuilder();
        tree().map(XmlElement::text).filter(part -> !part.isEmpty()).forEach(part -> all.append(' ')
                .append(part));
        return all.toString().strip();
    }

    /** Without content: what was received may be about a person. */
    @Override
    public String toString() {
        return "XmlElement[" + name + "]";
    }
}
