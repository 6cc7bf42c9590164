package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An erasure as it stands.
 *
 * @param childId empty once the certificate is written: then the pseudonym alone stands for the child
 * @param ended why it was stopped or refused
 * @param certificate JSON, with its SHA-256
 */
public record Erasure(
        UUID id,
        Optional<String> childId,
        String pseudonym,
        ErasureCause cause,
        Optional<UUID> requestId,
        ErasureState state,
        String askedBy,
        Instant askedAt,
        String because,
        Optional<String> approvedBy,
        Optional<Instant> erasedAt,
        Optional<String> ended,
        Optional<Instant> finishedAt,
        Optional<String> certificate,
        Optional<String> certificateHash) {}
