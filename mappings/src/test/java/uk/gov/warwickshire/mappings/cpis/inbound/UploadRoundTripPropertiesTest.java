package uk.gov.warwickshire.mappings.cpis.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Upload;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsSubject;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.cpis.SendableText;
import uk.gov.warwickshire.mappings.cpis.upload.Hl7UploadWriter;
import uk.gov.warwickshire.mappings.cpis.upload.Sender;
import uk.gov.warwickshire.mappings.cpis.upload.UploadHeader;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Whatever a name holds, it either cannot become a subject or arrives as it is: one name never breaks the file. */
class UploadRoundTripPropertiesTest {

    private static final CpIsPlan PLAN = CpIsPlan.open(PlanType.CPP, "1", LocalDate.parse("2025-01-01"));

    @Property(tries = 2000)
    void everySendableNameArrives(@ForAll String family) throws MalformedException {
        if (!SendableText.isSendable(family)) {
            return;
        }
        CpIsSubject subject = new CpIsSubject(
                new NhsNumber("9449306761"), Optional.empty(), family, List.of("A"), LocalDate.parse("2018-09-30"));
        Sender sender = new Sender("ZZ9", "A Council", Optional.empty(), Optional.empty());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Hl7UploadWriter()
                .write(
                        new UploadHeader(1, OffsetDateTime.parse("2026-02-25T02:30:00Z"), sender, 1),
                        Stream.of(new CpIsRecord(subject, List.of(PLAN))),
                        file);

        XmlElement root = new BoundedXml(XmlLimits.DEFAULT).read(new ByteArrayInputStream(file.toByteArray()));

        String arrived = root.below(Upload.FAMILY).findFirst().orElseThrow().text();
        assertThat(arrived).isEqualTo(family.replaceAll("\r\n?", "\n").strip());
    }
}
