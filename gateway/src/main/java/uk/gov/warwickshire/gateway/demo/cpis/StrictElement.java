package uk.gov.warwickshire.gateway.demo.cpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** An element whose children are taken one after another: whatever is not expected where it stands is a fault. */
final class StrictElement {

    private static final String HL7 = "urn:hl7-org:v3";

    /** Values that the specification fixes are prohibited on the wire (cp-is.md 4). */
    private static final Set<String> FIXED = Set.of("classCode", "moodCode", "typeCode", "determinerCode");

    private final Element element;
    private final List<Element> children = new ArrayList<>();
    private int next;

    StrictElement(Element element) throws UploadFault {
        this.element = element;
        for (String name : FIXED) {
            require(!element.hasAttribute(name), "@" + name + " is fixed and must not be sent");
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            } else if (node instanceof Text text) {
                require(text.getData().isBlank() || children.isEmpty(), "has text among its elements");
            }
        }
    }

    String name() {
        return element.getLocalName();
    }

    /** The next child, which must have this name. */
    StrictElement take(String name) throws UploadFault {
        return takeIf(name)
                .orElseThrow(() -> new UploadFault(name() + ": " + name + " is missing, or not at its place"));
    }

    /** The next child, if it has this name. */
    Optional<StrictElement> takeIf(String name) throws UploadFault {
        if (next < children.size()
                && HL7.equals(children.get(next).getNamespaceURI())
                && name.equals(children.get(next).getLocalName())) {
            return Optional.of(new StrictElement(children.get(next++)));
        }
        return Optional.empty();
    }

    /** The next child if it has this name, left where it is. */
    Optional<StrictElement> peek(String name) throws UploadFault {
        Optional<StrictElement> found = takeIf(name);
        next -= found.isPresent() ? 1 : 0;
        return found;
    }

    /** The template that a contentId at this place announces. */
    Optional<String> announced() {
        return next < children.size() && "contentId".equals(children.get(next).getLocalName())
                ? Optional.of(children.get(next).getAttribute("extension"))
                : Optional.empty();
    }

    /** The contentId of another namespace, which announces the template that follows. */
    StrictElement takeTemplate(String template) throws UploadFault {
        require(next < children.size(), "has no template");
        StrictElement id = new StrictElement(children.get(next++));
        id.require(
                "NPFIT:HL7:Localisation".equals(id.element.getNamespaceURI()), "is not of the namespace of templates");
        id.require("contentId".equals(id.name()), "stands where a contentId should");
        id.requireAttribute("root", "2.16.840.1.113883.2.1.3.2.4.18.16");
        id.requireAttribute("extension", template);
        return take(template.replace('#', '.'));
    }

    void end() throws UploadFault {
        require(next == children.size(), "has more than it may have");
    }

    String text() throws UploadFault {
        String text = element.getTextContent().strip();
        require(!text.isEmpty() && children.isEmpty(), "must be a text");
        return text;
    }

    String attribute(String name) throws UploadFault {
        String value = element.getAttribute(name);
        require(!value.isBlank(), "@" + name + " is missing");
        return value;
    }

    Optional<String> optionalAttribute(String name) {
        return Optional.of(element.getAttribute(name)).filter(value -> !value.isBlank());
    }

    void requireAttribute(String name, String value) throws UploadFault {
        require(attribute(name).equals(value), "@" + name + " is not what it must be");
    }

    void require(boolean holds, String otherwise) throws UploadFault {
        if (!holds) {
            throw new UploadFault(name() + " " + otherwise);
        }
    }
}
