package uk.gov.warwickshire.gateway.disclosure;

import org.springframework.core.io.Resource;

/** Reads a policy without putting it in force. */
public final class DisclosurePolicies {

    private DisclosurePolicies() {}

    /**
     * As at the start.
     *
     * @throws uk.gov.warwickshire.gateway.common.InvalidFileException with the line of the first mistake
     */
    public static DisclosurePolicy read(Resource resource) {
        return PolicyReader.read(resource);
    }
}
