package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Optional;

/**
 * One upload file, without its content.
 *
 * @param sequence file sequence number; one number has one content for ever
 * @param localId under which MESH knows it
 * @param records how many stand in it
 * @param sha256 of its content, hexadecimal
 * @param attempts how often it was handed to MESH
 * @param messageId of MESH, once it was taken
 * @param code file code of the acknowledgement, as it came
 * @param processed records CP-IS says it has processed; -1 as it came
 * @param failed records CP-IS says it has returned; -1 as it came
 * @param problem in plain words, without personal data
 */
public record CpIsFile(
        long sequence,
        String localId,
        String fileName,
        CpIsFileState state,
        int records,
        String sha256,
        int attempts,
        Instant createdAt,
        Instant notBefore,
        Optional<Instant> attemptedAt,
        Optional<Instant> sentAt,
        Optional<Instant> answeredAt,
        Optional<String> messageId,
        Optional<String> code,
        Optional<Long> processed,
        Optional<Long> failed,
        Optional<String> problem,
        Optional<String> closedBy,
        Optional<String> closedBecause) {}
