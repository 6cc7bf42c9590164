package uk.gov.warwickshire.gateway.ops.alerts;

/** How urgent an alert is, loudest first. */
public enum AlertSeverity {
    /** Somebody is rung at night. */
    CRITICAL,
    /** Somebody looks in the morning. */
    WARNING;

    /** As the rules file, messages and metrics say it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
