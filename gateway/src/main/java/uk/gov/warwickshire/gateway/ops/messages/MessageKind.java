package uk.gov.warwickshire.gateway.ops.messages;

import java.util.Locale;

/** What can be searched for. */
public enum MessageKind {
    DELIVERY,
    BATCH,
    DECISION;

    /** As addresses of pages have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Deliveries where it is none of them. */
    public static MessageKind ofCode(String code) {
        for (MessageKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return DELIVERY;
    }
}
