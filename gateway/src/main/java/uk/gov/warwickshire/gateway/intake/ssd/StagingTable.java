package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.UUID;

/**
 * The table one attempt stages its extract in. Its name is made of an id of our own, never of anything delivered, so it
 * may stand in SQL text.
 */
record StagingTable(String name) {

    private static final String SCHEMA = "intake_stage.";

    StagingTable {
        if (!name.matches("intake_stage\\.rows_[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a staging table");
        }
    }

    static StagingTable of(UUID attempt) {
        return new StagingTable(SCHEMA + "rows_" + attempt.toString().replace("-", ""));
    }

    /** SQL with `STAGE` standing for this table. */
    String in(String sql) {
        return sql.replace("STAGE", name);
    }
}
