package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;

/**
 * A policy or a file of agreements that is or was in force.
 *
 * @param version declared version and hash of the content
 * @param content the whole file
 * @param putBy the person, or that it came with a start
 */
public record TermsVersion(
        long id,
        TermsPart part,
        String version,
        String fileName,
        String content,
        Origin origin,
        String putBy,
        String why,
        Instant inForceAt) {

    /** How it came in force. */
    public enum Origin {
        /** The settings named the file at a start. */
        FILE,
        /** A person put it in force. */
        CONSOLE
    }
}
