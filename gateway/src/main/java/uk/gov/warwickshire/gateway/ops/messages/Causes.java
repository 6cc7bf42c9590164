package uk.gov.warwickshire.gateway.ops.messages;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a delivery became due, as deliveries keep it. */
public final class Causes {

    private static final Pattern BATCH = Pattern.compile("batch ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private Causes() {}

    /** The batch, where a delivered file was the cause. */
    public static Optional<UUID> batch(String cause) {
        Matcher named = BATCH.matcher(cause);
        return named.matches() ? Optional.of(UUID.fromString(named.group(1))) : Optional.empty();
    }
}
