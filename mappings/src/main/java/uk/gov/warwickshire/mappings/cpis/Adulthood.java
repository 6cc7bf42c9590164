package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;

/** When Spine ends the records of a child. */
final class Adulthood {

    private static final int YEARS = 18;

    private Adulthood() {}

    /** From the eighteenth birthday on; whoever was born on 29 February comes of age on 1 March. */
    static boolean isReachedOn(LocalDate day, LocalDate birth) {
        LocalDate anniversary = birth.plusYears(YEARS);
        LocalDate birthday =
                anniversary.getDayOfMonth() == birth.getDayOfMonth() ? anniversary : anniversary.plusDays(1);
        return !birthday.isAfter(day);
    }
}
