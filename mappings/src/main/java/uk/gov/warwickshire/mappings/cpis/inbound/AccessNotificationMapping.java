package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.AccessNotice;
import uk.gov.warwickshire.mappings.cpis.inbound.AccessNotification.Access;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** REPC_MT000004GB01 (cp-is.md 8): the structure of the query, as far as it is known from the query response. */
final class AccessNotificationMapping {

    private AccessNotificationMapping() {}

    static CpIsInbound read(XmlElement root) throws MalformedException {
        Optional<Count> uploadFile = observation(root, AccessNotice.UPLOAD_FILE);
        Count total = observation(root, AccessNotice.TOTAL).orElse(Count.UNDETERMINED);
        List<Access> accesses = new ArrayList<>();
        for (XmlElement access : root.below(AccessNotice.ACCESS).toList()) {
            accesses.add(access(access));
        }
        if (!accesses.isEmpty()) {
            return new AccessNotification(uploadFile, total, accesses);
        }
        if (total.value() > 0) {
            throw new MalformedException(Reason.CONTRADICTION, AccessNotice.TOTAL);
        }
        return new EmptyAccessNotification(uploadFile, total);
    }

    /** The number of an observation wherever it stands: as value, or as the extension of an identifier. */
    private static Optional<Count> observation(XmlElement root, String name) throws MalformedException {
        List<XmlElement> found = root.below(name).toList();
        if (found.size() > 1) {
            throw new MalformedException(Reason.ELEMENT_REPEATED, name);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        XmlElement value = found.get(0).required(AccessNotice.VALUE);
        Optional<String> text = value.attribute("value").or(() -> value.attribute("extension"));
        return Optional.of(
                Count.of(text.orElseThrow(() -> new MalformedException(Reason.VALUE_INVALID, name)), name + "/value"));
    }

    private static Access access(XmlElement access) throws MalformedException {
        Optional<XmlElement> author = access.below(AccessNotice.ASSIGNED_AUTHOR)
                .findFirst()
                .or(() -> access.below(AccessNotice.AUTHOR).findFirst());
        Optional<XmlElement> role = author.flatMap(a -> a.all(AccessNotice.ROLE).findFirst());
        return new Access(
                access.below(AccessNotice.NHS_NUMBER)
                        .flatMap(number -> number.all(AccessNotice.VALUE))
                        .flatMap(value -> value.attribute("extension").stream())
                        .findFirst()
                        .flatMap(NhsNumber::parse),
                access.all(AccessNotice.TIME).findFirst().flatMap(time -> time.attribute("value")),
                author.flatMap(a -> name(a, AccessNotice.PERSON)),
                role.flatMap(r -> r.attribute("displayName").or(() -> r.attribute("code"))),
                author.flatMap(a -> name(a, AccessNotice.ORGANISATION)));
    }

    private static Optional<String> name(XmlElement author, String holder) {
        return author.below(holder)
                .flatMap(found -> found.all(AccessNotice.NAME))
                .map(XmlElement::fullText)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
