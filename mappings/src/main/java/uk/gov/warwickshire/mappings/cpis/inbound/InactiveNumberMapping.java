package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.InactiveNotice;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;
import uk.gov.warwickshire.mappings.cpis.inbound.InactiveNumbers.Inactive;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * REPC_MT000005GB01 (cp-is.md 7 and 8). Strict about numbers: to stop uploading the wrong number would hide a child, so an
 * NHS number in an unexpected place makes the document malformed.
 */
final class InactiveNumberMapping {

    private InactiveNumberMapping() {}

    static CpIsInbound read(XmlElement root) throws MalformedException {
        List<Inactive> numbers = new ArrayList<>();
        long expected = 0;
        for (XmlElement subject : root.all(InactiveNotice.SUBJECT).toList()) {
            Optional<XmlElement> replacement = subject.optional(InactiveNotice.REPLACEMENT);
            NhsNumber number = number(subject.required(InactiveNotice.INACTIVE));
            Optional<NhsNumber> replacedBy =
                    replacement.isPresent() ? Optional.of(number(replacement.get())) : Optional.empty();
            if (replacedBy.filter(number::equals).isPresent()) {
                throw new MalformedException(Reason.CONTRADICTION, InactiveNotice.REPLACEMENT);
            }
            numbers.add(new Inactive(number, replacedBy));
            expected += replacedBy.isPresent() ? 2 : 1;
        }
        if (numbers.isEmpty()) {
            throw new MalformedException(Reason.ELEMENT_MISSING, InactiveNotice.SUBJECT);
        }
        if (root.tree().filter(InactiveNumberMapping::isNhsNumber).count() != expected) {
            throw new MalformedException(Reason.CONTRADICTION, InactiveNotice.ID);
        }
        return new InactiveNumbers(numbers);
    }

    private static NhsNumber number(XmlElement patient) throws MalformedException {
        List<XmlElement> ids = patient.all(InactiveNotice.ID)
                .filter(InactiveNumberMapping::isNhsNumber)
                .toList();
        if (ids.size() != 1) {
            throw new MalformedException(
                    ids.isEmpty() ? Reason.ELEMENT_MISSING : Reason.ELEMENT_REPEATED,
                    patient.name() + "/" + InactiveNotice.ID);
        }
        return NhsNumber.parse(ids.get(0).requiredAttribute("extension"))
                .orElseThrow(() -> new MalformedException(Reason.VALUE_INVALID, patient.name() + "/id/@extension"));
    }

    private static boolean isNhsNumber(XmlElement element) {
        return element.attribute("root").filter(Oid.NHS_NUMBER::equals).isPresent();
    }
}
