package uk.gov.warwickshire.gateway.cpis;

import java.util.Optional;
import java.util.UUID;

/**
 * One record of an upload file and what CP-IS said of it.
 *
 * @param position from 1, as an XPath of an acknowledgement counts
 * @param personId the council's id of the subject
 * @param unborn the plan of an unborn child, held against its mother
 * @param outcome `OPEN`, `ACCEPTED`, `REFUSED`, or `UNCERTAIN` where the acknowledgement does not tell
 * @param code record code as it came
 * @param answer all codes, details and places as they came, as JSON
 */
public record CpIsFileRecord(
        long file,
        int position,
        UUID uploadId,
        String personId,
        boolean unborn,
        String outcome,
        Optional<String> code,
        Optional<String> answer) {}
