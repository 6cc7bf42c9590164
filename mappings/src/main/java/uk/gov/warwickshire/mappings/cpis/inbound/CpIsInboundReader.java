package uk.gov.warwickshire.mappings.cpis.inbound;

import java.io.InputStream;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

/**
 * Reads what CP-IS sends. The root element says which message it is, so that the answer does not depend on a workflow id
 * that is not known (cp-is.md, unknown 1). Unknown elements are passed over; whatever is wrong becomes a
 * {@link Malformed}. Safe for use by several threads.
 */
public final class CpIsInboundReader {

    private final BoundedXml xml;

    public CpIsInboundReader(XmlLimits limits) {
        this.xml = new BoundedXml(limits);
    }

    /** Never throws on account of the document, whatever is in it. Leaves the stream open. */
    public CpIsInbound read(InputStream document) {
        try {
            XmlElement root = xml.read(document);
            return root.isOurs() ? message(root) : unknown();
        } catch (MalformedException e) {
            return e.report();
        }
    }

    private static CpIsInbound message(XmlElement root) throws MalformedException {
        return switch (root.name()) {
            case CpIsMessageStructure.FileResponse.ROOT -> AcknowledgementMapping.read(root);
            case CpIsMessageStructure.AccessNotice.ROOT -> AccessNotificationMapping.read(root);
            case CpIsMessageStructure.InactiveNotice.ROOT -> InactiveNumberMapping.read(root);
            default -> unknown();
        };
    }

    private static Malformed unknown() {
        return new Malformed(Reason.UNKNOWN_MESSAGE, "", 0, 0);
    }
}
