package uk.gov.warwickshire.gateway.rights.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a request stands against its clock today.
 *
 * @param daysLeft negative once the last day has passed
 */
public record Deadline(LocalDate dueOn, long daysLeft, Urgency urgency) {

    /** Shown as a colour and always as a word too. */
    public enum Urgency {
        GREEN("in time"),
        AMBER("due soon"),
        RED("due now or overdue"),
        STOPPED("answered");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Ten days leave time for a second person to look at a pack. */
    private static final long AMBER_FROM = 10;

    private static final long RED_FROM = 2;

    static Deadline of(LocalDate dueOn, boolean open, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, dueOn);
        if (!open) {
            return new Deadline(dueOn, left, Urgency.STOPPED);
        }
        if (left <= RED_FROM) {
            return new Deadline(dueOn, left, Urgency.RED);
        }
        return new Deadline(dueOn, left, left <= AMBER_FROM ? Urgency.AMBER : Urgency.GREEN);
    }

    /** "12 days left", "due today", "overdue by 3 days"; empty of urgency once it is answered. */
    public String words() {
        if (urgency == Urgency.STOPPED) {
            return "answered";
        }
        if (daysLeft == 0) {
            return "due today";
        }
        return daysLeft > 0 ? days(daysLeft) + " left" : "overdue by " + days(-daysLeft);
    }

    private static String days(long count) {
        return count + (count == 1 ? " day" : " days");
    }
}
