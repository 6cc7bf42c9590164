package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.FileResponse;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;
import uk.gov.warwickshire.mappings.cpis.inbound.ResponseDetail.Qualifier;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** REPC_MT000003GB01 (cp-is.md 6). */
final class AcknowledgementMapping {

    private AcknowledgementMapping() {}

    static CpIsInbound read(XmlElement root) throws MalformedException {
        // id 1..1: sequence number of the upload, or -1
        Count sequence = Count.of(
                root.required(FileResponse.ID).requiredAttribute("extension"), FileResponse.ID + "/@extension");
        // transmissionQuantity 1..1: records processed, or -1
        Count processed = count(root, FileResponse.TRANSMISSION_QUANTITY);
        // acknowledgementFile 1..1
        ResponseDetail file = fileDetail(root.required(FileResponse.FILE));
        // acknowledgementRecord 0..1
        Optional<XmlElement> record = root.optional(FileResponse.RECORD);
        List<ResponseDetail> records = record.isPresent() ? details(record.get()) : List.of();
        // failedReturnedCP-ISRecords 1..1: how many follow
        Count failedReturned = count(root, FileResponse.FAILED_COUNT);
        // message 0..*: the records returned
        List<FailedRecord> failed = new ArrayList<>();
        for (XmlElement message : root.all(FileResponse.FAILED_RECORD).toList()) {
            failed.add(failedRecord(message));
        }
        var answer = new Acknowledgement(sequence, processed, file, records, failedReturned, failed);
        checkConsistency(answer);
        return answer;
    }

    private static Count count(XmlElement root, String name) throws MalformedException {
        return Count.of(root.required(name).requiredAttribute("value"), name + "/@value");
    }

    private static ResponseDetail fileDetail(XmlElement acknowledgement) throws MalformedException {
        List<ResponseDetail> details = details(acknowledgement);
        if (details.size() != 1) {
            throw new MalformedException(
                    details.isEmpty() ? Reason.ELEMENT_MISSING : Reason.ELEMENT_REPEATED,
                    FileResponse.FILE + "/" + FileResponse.DETAIL);
        }
        return details.get(0);
    }

    private static List<ResponseDetail> details(XmlElement acknowledgement) throws MalformedException {
        List<ResponseDetail> details = new ArrayList<>();
        for (XmlElement detail : acknowledgement.all(FileResponse.DETAIL).toList()) {
            XmlElement code = detail.required(FileResponse.CODE);
            Optional<XmlElement> qualifier = code.optional(FileResponse.DETAIL_CODE);
            details.add(new ResponseDetail(
                    code.requiredAttribute("code"),
                    code.attribute("displayName"),
                    qualifier.flatMap(q -> q.attribute("code").map(c -> new Qualifier(c, q.attribute("displayName")))),
                    detail.all(FileResponse.LOCATION)
                            .map(XmlElement::fullText)
                            .filter(path -> !path.isEmpty())
                            .toList()));
        }
        return details;
    }

    private static FailedRecord failedRecord(XmlElement message) throws MalformedException {
        List<ResponseDetail> details = new ArrayList<>();
        for (XmlElement acknowledgement : message.all(FileResponse.RECORD).toList()) {
            details.addAll(details(acknowledgement));
        }
        if (details.isEmpty()) {
            throw new MalformedException(
                    Reason.ELEMENT_MISSING, FileResponse.FAILED_RECORD + "/" + FileResponse.RECORD);
        }
        return new FailedRecord(
                id(message, Oid.NHS_NUMBER).flatMap(NhsNumber::parse), id(message, Oid.LOCAL_ID), details);
    }

    private static Optional<String> id(XmlElement message, String root) {
        return message.below(FileResponse.ID)
                .filter(id -> id.attribute("root").filter(root::equals).isPresent())
                .flatMap(id -> id.attribute("extension").stream())
                .findFirst();
    }

    /** An answer that contradicts itself is no answer: which record is held would be a guess. */
    private static void checkConsistency(Acknowledgement answer) throws MalformedException {
        int returned = answer.failed().size();
        Count said = answer.failedReturned();
        require(!said.isDetermined() || said.value() == returned, FileResponse.FAILED_COUNT);
        require(
                !answer.processed().isDetermined()
                        || returned <= answer.processed().value(),
                FileResponse.TRANSMISSION_QUANTITY);
        Optional<FileResponseCode> code = answer.file().fileCode();
        require(answer.file().recordCode().isEmpty(), FileResponse.FILE);
        require(
                Stream.concat(
                                answer.records().stream(),
                                answer.failed().stream().flatMap(r -> r.details().stream()))
                        .allMatch(detail -> detail.fileCode().isEmpty()),
                FileResponse.RECORD);
        require(!code.equals(Optional.of(FileResponseCode.CPF02)) || returned == 0, FileResponse.FILE);
        require(
                !code.equals(Optional.of(FileResponseCode.CPF03)) || returned > 0 || !said.isDetermined(),
                FileResponse.FILE);
    }

    private static void require(boolean holds, String where) throws MalformedException {
        if (!holds) {
            throw new MalformedException(Reason.CONTRADICTION, where);
        }
    }
}
