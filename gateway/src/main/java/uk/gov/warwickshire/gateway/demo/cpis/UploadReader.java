package uk.gov.warwickshire.gateway.demo.cpis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedPlan;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Reads REPC_MT000002GB01 as strictly as its description allows, written from the description and not from the writer:
 * every element in its place, nothing beside, counts that agree.
 */
final class UploadReader {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx");
    private static final String NHS_NUMBER = "2.16.840.1.113883.2.1.4.1";
    private static final String LOCAL_ID = "2.16.840.1.113883.2.1.3.2.4.18.24";
    private static final String OBSERVATION = "2.16.840.1.113883.2.1.3.2.4.17.469";
    private static final String CHILD = "COCT_TP145101GB01#Child";
    private static final String UNBORN = "COCT_TP145100GB01#UnbornChild";
    private static final List<String> CHILD_PLANS = List.of("LAC", "CPP");
    private static final Map<String, String> TEMPLATES = Map.of(
            "LAC", "COCT_TP146100GB01#LACInformation",
            "CPP", "COCT_TP146101GB01#CPPInformation",
            "UCP", "COCT_TP146102GB01#UCPInformation");

    private UploadReader() {}

    static ReceivedUpload read(byte[] content) throws UploadFault {
        StrictElement file = new StrictElement(parse(content).getDocumentElement());
        file.require("File".equals(file.name()), "is not the root");
        instant(file.take("creationTime").attribute("value"));
        StrictElement id = file.take("id");
        id.require(id.optionalAttribute("root").isEmpty(), "@root is fixed and must not be sent");
        long sequence = number(id.attribute("extension"));
        long quantity = number(file.take("transmissionQuantity").attribute("value"));
        String authority = sender(file.take("communicationFunctionSnd"));
        List<ReceivedRecord> records = new ArrayList<>();
        for (var next = file.takeIf("record"); next.isPresent(); next = file.takeIf("record")) {
            records.add(record(next.get(), records.size() + 1, authority));
        }
        file.end();
        file.require(!records.isEmpty(), "has no record");
        file.require(quantity == records.size(), "says another number of records than it has");
        return new ReceivedUpload(sequence, records);
    }

    private static Document parse(byte[] content) throws UploadFault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException e) {
            throw new UploadFault("not well-formed XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has a parser", e);
        }
    }

    /** `ODSCode:ODSName` of who sends. */
    private static String sender(StrictElement function) throws UploadFault {
        StrictElement organisation = function.take("organisation");
        String code = organisation.take("id").attribute("extension");
        String name = organisation.take("name").text();
        for (String use : List.of("EC", "WP")) {
            Optional<StrictElement> phone = organisation.takeIf("telecom");
            if (phone.isPresent()) {
                phone.get().requireAttribute("use", use);
                phone.get().require(phone.get().attribute("value").matches("tel:\\+?\\d+"), "is no telephone number");
            }
        }
        organisation.end();
        function.end();
        return code + ":" + name;
    }

    private static ReceivedRecord record(StrictElement record, int position, String authority) throws UploadFault {
        StrictElement content = record.take("CP-ISRecord");
        record.end();
        StrictElement subject = content.take("subject");
        boolean unborn = subject.announced().filter(UNBORN::equals).isPresent();
        StrictElement child = subject.takeTemplate(unborn ? UNBORN : CHILD);
        subject.end();
        return unborn ? unborn(child, content, position, authority) : born(child, content, position, authority);
    }

    private static ReceivedRecord born(StrictElement child, StrictElement content, int position, String authority)
            throws UploadFault {
        Ids ids = ids(child, authority);
        StrictElement person = child.take("childPerson");
        child.end();
        List<ReceivedPlan> plans = new ArrayList<>();
        for (String type : CHILD_PLANS) {
            Optional<ReceivedPlan> plan = plan(content, type);
            plan.ifPresent(plans::add);
        }
        content.end();
        content.require(!plans.isEmpty(), "has no plan of a child");
        return person(person, ids, false, position, plans);
    }

    /** Nothing about the unborn child: only the mother. */
    private static ReceivedRecord unborn(StrictElement unborn, StrictElement content, int position, String authority)
            throws UploadFault {
        StrictElement mother = unborn.take("parentMotherPerson");
        unborn.end();
        Optional<ReceivedPlan> plan = plan(content, "UCP");
        content.end();
        content.require(plan.isPresent(), "has no plan of an unborn child");
        List<String> name = new ArrayList<>();
        LocalDate birth = nameAndBirth(mother, name);
        Ids ids = ids(mother.take("playedMother"), authority);
        mother.end();
        return new ReceivedRecord(
                position,
                ids.nhsNumber(),
                ids.localId(),
                true,
                name.remove(name.size() - 1),
                name,
                birth,
                List.of(plan.get()));
    }

    private record Ids(String nhsNumber, Optional<String> localId) {}

    private static Ids ids(StrictElement holder, String authority) throws UploadFault {
        StrictElement first = holder.take("id");
        first.requireAttribute("root", NHS_NUMBER);
        String number = first.attribute("extension");
        first.require(
                NhsNumber.parse(number).filter(n -> n.digits().equals(number)).isPresent(), "is no NHS number");
        Optional<StrictElement> second = holder.takeIf("id");
        if (second.isEmpty()) {
            return new Ids(number, Optional.empty());
        }
        second.get().requireAttribute("root", LOCAL_ID);
        second.get().requireAttribute("assigningAuthorityName", authority);
        return new Ids(number, Optional.of(second.get().attribute("extension")));
    }

    private static ReceivedRecord person(
            StrictElement person, Ids ids, boolean unborn, int position, List<ReceivedPlan> plans) throws UploadFault {
        List<String> name = new ArrayList<>();
        LocalDate birth = nameAndBirth(person, name);
        person.end();
        String family = name.remove(name.size() - 1);
        return new ReceivedRecord(position, ids.nhsNumber(), ids.localId(), unborn, family, name, birth, plans);
    }

    /** Given names, then the family name. */
    private static LocalDate nameAndBirth(StrictElement person, List<String> into) throws UploadFault {
        StrictElement name = person.take("name");
        into.add(name.take("given").text());
        for (var more = name.takeIf("given"); more.isPresent(); more = name.takeIf("given")) {
            into.add(more.get().text());
        }
        into.add(name.take("family").text());
        name.end();
        return day(person.take("birthTime").attribute("value"));
    }

    private static Optional<ReceivedPlan> plan(StrictElement content, String type) throws UploadFault {
        String template = TEMPLATES.getOrDefault(type, "");
        Optional<StrictElement> ahead = content.peek("pertinentInformation");
        if (ahead.flatMap(StrictElement::announced).filter(template::equals).isEmpty()) {
            return Optional.empty();
        }
        StrictElement wrapper = content.take("pertinentInformation");
        StrictElement plan = wrapper.takeTemplate(template);
        wrapper.end();
        code(plan, type + "IU");
        String prefix = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        LocalDate start = date(plan, "component", prefix + "StartDate", type + "SD")
                .orElseThrow(() -> new UploadFault(type + " has no start"));
        Optional<LocalDate> end = date(plan, "component1", prefix + "EndDate", type + "ED");
        Optional<LocalDate> delete = date(plan, "component2", prefix + "DeleteDate", type + "DD");
        plan.end();
        plan.require(end.filter(day -> day.isBefore(start)).isEmpty(), "ends before it starts");
        return Optional.of(new ReceivedPlan(type, start, end, delete));
    }

    private static Optional<LocalDate> date(StrictElement plan, String component, String name, String code)
            throws UploadFault {
        Optional<StrictElement> holder = plan.takeIf(component);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        StrictElement date = holder.get().take(name);
        holder.get().end();
        code(date, code);
        LocalDate day = day(date.take("value").attribute("value"));
        date.end();
        return Optional.of(day);
    }

    private static void code(StrictElement holder, String code) throws UploadFault {
        StrictElement element = holder.take("code");
        element.requireAttribute("code", code);
        element.requireAttribute("codeSystem", OBSERVATION);
    }

    private static long number(String text) throws UploadFault {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new UploadFault("a number is no number");
        }
        return Long.parseLong(text);
    }

    private static LocalDate day(String text) throws UploadFault {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new UploadFault("a date is no date");
        }
    }

    private static void instant(String text) throws UploadFault {
        try {
            OffsetDateTime.parse(text, SECOND);
        } catch (DateTimeException e) {
            throw new UploadFault("creationTime is no time with a zone");
        }
    }
}
