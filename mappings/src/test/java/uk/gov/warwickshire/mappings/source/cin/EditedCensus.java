package uk.gov.warwickshire.mappings.source.cin;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** {@code base-census.xml}, which breaks no rule about a child, after edits as {@code rule-cases.txt} writes them. */
public final class EditedCensus {

    /** Where a new element goes; those not named go into the last CINdetails. */
    private static final Map<String, List<String>> CONTENTS = Map.of(
            "CollectionDetails", List.of("Collection", "Year", "ReferenceDate"),
            "ChildIdentifiers",
                    List.of(
                            "LAchildID",
                            "UPN",
                            "FormerUPN",
                            "UPNunknown",
                            "PersonBirthDate",
                            "ExpectedPersonBirthDate",
                            "Sex",
                            "GenderCurrent",
                            "PersonDeathDate"),
            "ChildCharacteristics", List.of("Ethnicity", "Disabilities"),
            "Disabilities", List.of("Disability"),
            "Assessments",
                    List.of(
                            "AssessmentActualStartDate",
                            "AssessmentAuthorisationDate",
                            "FactorsIdentifiedAtAssessment"),
            "FactorsIdentifiedAtAssessment", List.of("AssessmentFactors"),
            "CINPlanDates", List.of("CINPlanStartDate", "CINPlanEndDate"),
            "Section47", List.of("S47ActualStartDate", "InitialCPCtarget", "ICPCnotRequired"),
            "ChildProtectionPlans",
                    List.of(
                            "CPPstartDate",
                            "CPPendDate",
                            "InitialCategoryOfAbuse",
                            "LatestCategoryOfAbuse",
                            "NumberOfPreviousCPP",
                            "Reviews"),
            "Reviews", List.of("CPPreviewDate"));

    private final Document document;

    private EditedCensus(Document document) {
        this.document = document;
    }

    /** @param edits apart by semicolons; none if blank */
    public static byte[] of(String edits) throws Exception {
        try (InputStream base = EditedCensus.class.getResourceAsStream("/source/cin/base-census.xml")) {
            EditedCensus census = new EditedCensus(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(base));
            for (String edit : edits.split(";")) {
                if (!edit.isBlank()) {
                    census.apply(edit.strip());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(census.document), new StreamResult(out));
            return out.toByteArray();
        }
    }

    private void apply(String edit) {
        boolean adds = edit.startsWith("+");
        boolean takes = edit.startsWith("-");
        String rest = adds || takes ? edit.substring(1) : edit;
        String path = rest.split("=")[0];
        String name = path.substring(path.indexOf('.') + 1);
        String container = path.contains(".") ? path.substring(0, path.indexOf('.')) : container(name);
        if (takes) {
            all(document.getDocumentElement(), name).stream()
                    .filter(e -> !path.contains(".")
                            || e.getParentNode().getNodeName().equals(container))
                    .forEach(e -> e.getParentNode().removeChild(e));
        } else if (rest.contains("=")) {
            set(container, name, rest.substring(rest.indexOf('=') + 1), adds);
        } else if (name.equals("Child")) {
            Element child = last("Child");
            child.getParentNode().appendChild(child.cloneNode(true));
        } else {
            last(container).appendChild(document.createElement(name));
        }
    }

    private void set(String container, String name, String value, boolean another) {
        Element in = last(container);
        List<Element> there =
                all(in, name).stream().filter(e -> e.getParentNode() == in).toList();
        Element element = there.isEmpty() || another ? document.createElement(name) : there.get(there.size() - 1);
        element.setTextContent(value);
        if (element.getParentNode() == null) {
            in.appendChild(element);
        }
    }

    private static String container(String name) {
        return switch (name) {
            case "Child" -> "Children";
            case "CINdetails", "ChildIdentifiers", "ChildCharacteristics" -> "Child";
            default ->
                CONTENTS.entrySet().stream()
                        .filter(e -> e.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("CINdetails");
        };
    }

    /** The last of the last child, made where there is none. */
    private Element last(String name) {
        if (name.equals("Children") || name.equals("CollectionDetails") || name.equals("Child")) {
            List<Element> there = all(document.getDocumentElement(), name);
            return there.get(there.size() - 1);
        }
        List<Element> there = all(last("Child"), name);
        if (!there.isEmpty()) {
            return there.get(there.size() - 1);
        }
        Element made = document.createElement(name);
        last(container(name)).appendChild(made);
        return made;
    }

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .<Node>mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
