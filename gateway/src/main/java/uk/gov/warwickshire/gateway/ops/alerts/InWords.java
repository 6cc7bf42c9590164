package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Duration;

/** Times and numbers as sentences have them. */
final class InWords {

    private InWords() {}

    /** In the largest unit that divides it: "90 minutes", "3 days". */
    static String of(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return count(seconds / 86_400, "day");
        } else if (seconds % 3_600 == 0 && seconds > 0) {
            return count(seconds / 3_600, "hour");
        } else if (seconds % 60 == 0 && seconds > 0) {
            return count(seconds / 60, "minute");
        }
        return count(seconds, "second");
    }

    static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
