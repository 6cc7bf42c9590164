package uk.gov.warwickshire.gateway.ops.alerts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule looks at, and the keys that it takes besides name and severity; in the order in which alerts are shown. */
public enum AlertKind {
    CP_IS_ALARM("alarm", "longer-than"),
    CP_IS_UNACKNOWLEDGED("longer-than"),
    DATABASE_UNREACHABLE("failures"),
    BALANCE_MISMATCH,
    AUDIT_NOT_WRITABLE,
    REGION_DOWN("failures"),
    DEAD_LETTERS("more-than"),
    DELIVERY_BACKLOG("more-than"),
    OLDEST_HELD("longer-than"),
    OPT_OUT_OVERDUE("more-than"),
    OPT_OUT_COVERAGE("below-percent"),
    INTAKE_FAILED("within"),
    BREAK_GLASS_UNREVIEWED("longer-than"),
    CERTIFICATE_EXPIRING("within"),
    DISK_SPACE("below-percent");

    private final Set<String> keys;

    AlertKind(String... keys) {
        this.keys = Set.of(keys);
    }

    /** All of them must be given, and no other. */
    Set<String> keys() {
        return keys;
    }

    /** Whether each replica finds something else, so that each must look: its own disk, its own connections. */
    boolean isOfOneReplica() {
        return this == REGION_DOWN || this == DISK_SPACE;
    }

    /** As the rules file has it: `region-down`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AlertKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
