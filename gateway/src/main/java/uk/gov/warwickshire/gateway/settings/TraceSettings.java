package uk.gov.warwickshire.gateway.settings;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the gateway's own traces are kept, see [retention](retention.md). A legal hold, an open request and an erasure
 * under way keep them longer.
 *
 * @param ledger decisions to disclose; whole months. Six years at least
 * @param audit who saw what, and emergency overrides; whole months. Six years at least
 * @param deliveries deliveries, attempts, orders to CP-IS and acts on them, with their books. A year at least, and not longer than the ledger
 * @param cpIsFiles content of settled files to CP-IS. A year at least
 * @param messages handled messages from MESH with their bodies. A week at least
 * @param files delivered files in `done/` and `failed/`. A month at least: a restore may need them
 * @param reports findings of batches, and `reports/`. A month at least
 * @param packs archives of subject access, from their release; the checksum stays. Three months at least
 * @param logDays days of rolled log files on each machine, where `logging.file.name` is set. Thirty at least
 */
public record TraceSettings(
        @DefaultValue("25y") Period ledger,
        @DefaultValue("25y") Period audit,
        @DefaultValue("6y") Period deliveries,
        @DefaultValue("6y") Period cpIsFiles,
        @DefaultValue("30d") Period messages,
        @DefaultValue("1y") Period files,
        @DefaultValue("2y") Period reports,
        @DefaultValue("1y") Period packs,
        @DefaultValue("183") int logDays) {

    /** Any day: it only tells which of two periods is the longer. */
    private static final LocalDate SOME_DAY = LocalDate.of(2024, 1, 1);

    public TraceSettings {
        atLeast("ledger", ledger, Period.ofYears(6));
        atLeast("audit", audit, Period.ofYears(6));
        atLeast("deliveries", deliveries, Period.ofYears(1));
        atLeast("cp-is-files", cpIsFiles, Period.ofYears(1));
        atLeast("messages", messages, Period.ofDays(7));
        atLeast("files", files, Period.ofDays(30));
        atLeast("reports", reports, Period.ofDays(30));
        atLeast("packs", packs, Period.ofDays(90));
        atLeast("log-days", Period.ofDays(logDays), Period.ofDays(30));
        if (isShorter(ledger, deliveries)) {
            throw new IllegalArgumentException(
                    "gateway.traces.ledger is shorter than gateway.traces.deliveries: a delivery would outlive the decision"
                            + " it was made on.");
        }
    }

    private static void atLeast(String name, Period period, Period least) {
        if (isShorter(period, least)) {
            throw new IllegalArgumentException(
                    "gateway.traces." + name + " is " + period + ", and may not be shorter than " + least + ".");
        }
    }

    private static boolean isShorter(Period one, Period other) {
        return SOME_DAY.plus(one).isBefore(SOME_DAY.plus(other));
    }
}
