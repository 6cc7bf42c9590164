package uk.gov.warwickshire.mappings.cpis.upload;

import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.PlanTemplate;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Template;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Upload;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsSubject;

/** One record: the subject template, then an information template for each plan. */
final class RecordWriter {

    private final Elements xml;
    private final Sender sender;

    RecordWriter(Elements xml, Sender sender) {
        this.xml = xml;
        this.sender = sender;
    }

    void write(CpIsRecord record) throws XMLStreamException {
        xml.start(Upload.RECORD);
        xml.start(Upload.CP_IS_RECORD);
        xml.start(Upload.SUBJECT);
        if (record.isUnborn()) {
            unborn(record.subject());
        } else {
            child(record.subject());
        }
        xml.end();
        for (CpIsPlan plan : record.plans()) {
            plan(plan);
        }
        xml.end();
        xml.end();
    }

    private void child(CpIsSubject child) throws XMLStreamException {
        template(Template.CHILD);
        ids(child);
        xml.start(Upload.CHILD_PERSON);
        person(child);
        xml.end();
        xml.end();
    }

    /** COCT_TP145100GB01: no information about the unborn child. */
    private void unborn(CpIsSubject mother) throws XMLStreamException {
        template(Template.UNBORN_CHILD);
        xml.start(Upload.MOTHER);
        person(mother);
        xml.start(Upload.PLAYED_MOTHER);
        ids(mother);
        xml.end();
        xml.end();
        xml.end();
    }

    private void ids(CpIsSubject subject) throws XMLStreamException {
        // id 1..2: the NHS number first, then the local id
        xml.empty(
                Upload.ID,
                "root",
                Oid.NHS_NUMBER,
                "extension",
                subject.nhsNumber().digits());
        if (subject.localId().isPresent()) {
            xml.empty(
                    Upload.ID,
                    "root",
                    Oid.LOCAL_ID,
                    "extension",
                    subject.localId().get(),
                    "assigningAuthorityName",
                    sender.assigningAuthority());
        }
    }

    private void person(CpIsSubject subject) throws XMLStreamException {
        xml.start(Upload.NAME);
        for (String given : subject.givenNames()) {
            xml.text(Upload.GIVEN, given);
        }
        xml.text(Upload.FAMILY, subject.familyName());
        xml.end();
        xml.value(Upload.BIRTH_TIME, subject.birthDate().format(CpIsMessageStructure.DAY));
    }

    private void plan(CpIsPlan plan) throws XMLStreamException {
        PlanTemplate template = PlanTemplate.of(plan.type());
        xml.start(Upload.INFORMATION);
        template(template.template());
        code(template.informationCode());
        date(Upload.START, template.startElement(), template.startCode(), plan.start());
        if (plan.end().isPresent()) {
            date(
                    Upload.END,
                    template.endElement(),
                    template.endCode(),
                    plan.end().get());
        }
        if (plan.delete().isPresent()) {
            date(
                    Upload.DELETE,
                    template.deleteElement(),
                    template.deleteCode(),
                    plan.delete().get());
        }
        xml.end();
        xml.end();
    }

    private void date(String component, String element, String code, LocalDate day) throws XMLStreamException {
        xml.start(component);
        xml.start(element);
        code(code);
        xml.value(Upload.VALUE, day.format(CpIsMessageStructure.DAY));
        xml.end();
        xml.end();
    }

    private void code(String code) throws XMLStreamException {
        xml.empty(Upload.CODE, "code", code, "codeSystem", Oid.OBSERVATION_TYPE);
    }

    /** Announces the template and opens its root, which the caller closes. */
    private void template(Template template) throws XMLStreamException {
        xml.contentId(template.contentId());
        xml.start(template.elementName());
    }
}
