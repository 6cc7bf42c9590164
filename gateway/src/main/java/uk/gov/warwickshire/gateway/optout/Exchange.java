package uk.gov.warwickshire.gateway.optout;

import java.time.Instant;
import java.util.Optional;

/**
 * One file to the check service.
 *
 * @param sequence rises by one with each file
 * @param localId by which replies name it
 * @param fileName without ending, {@code <mailbox>-<ddMMyy>-<nnnn>}
 * @param asked how many numbers stand in it
 * @param returned how many of them came back, once it is answered
 * @param messageId of MESH, once it is accepted
 * @param attemptedAt when it was first handed to MESH; an answer is as old as this
 * @param problem in plain words, without personal data
 */
public record Exchange(
        long sequence,
        String localId,
        String fileName,
        ExchangeState state,
        int asked,
        Optional<Integer> returned,
        Optional<String> messageId,
        Instant createdAt,
        Optional<Instant> attemptedAt,
        Optional<Instant> answeredAt,
        Optional<String> problem) {}
