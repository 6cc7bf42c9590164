package uk.gov.warwickshire.gateway.cpis;

import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/**
 * A step of what is due for one person.
 *
 * @param reason headline of the decision, or what a person has to settle; absent leaves the earlier one
 * @param code of CP-IS
 * @param words for people, without personal data
 * @param manual whether from now on only a person may send it again
 */
record UploadMove(
        UUID id,
        DeliveryState to,
        Optional<String> reason,
        Optional<UUID> ledgerId,
        Optional<Long> file,
        Optional<String> code,
        Optional<String> words,
        boolean manual) {

    static UploadMove to(DeliveryState state, UUID id, String words) {
        return new UploadMove(
                id,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words).filter(text -> !text.isEmpty()),
                false);
    }

    static UploadMove held(UUID id, String reason, String words) {
        return new UploadMove(
                id,
                DeliveryState.HELD,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                false);
    }

    static UploadMove decided(UUID id, DeliveryState state, String reason, UUID ledgerId, Optional<Long> file) {
        return new UploadMove(
                id, state, Optional.of(reason), Optional.of(ledgerId), file, Optional.empty(), Optional.empty(), false);
    }

    static UploadMove dead(UUID id, String code, String words, boolean manual) {
        return new UploadMove(
                id,
                DeliveryState.DEAD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(code),
                Optional.of(words),
                manual);
    }
}
