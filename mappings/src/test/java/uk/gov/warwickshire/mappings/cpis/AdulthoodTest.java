package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is taken for 18 a day too early. */
class AdulthoodTest {

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        "2008-03-15, 2026-03-14, false",
        "2008-03-15, 2026-03-15, true",
        "2008-02-29, 2026-02-28, false",
        "2008-02-29, 2026-03-01, true",
        "2008-02-28, 2026-02-28, true",
        "2007-12-31, 2025-12-31, true",
    })
    void isReachedOnTheBirthday(LocalDate birth, LocalDate day, boolean adult) {
        assertThat(Adulthood.isReachedOn(day, birth)).isEqualTo(adult);
    }
}
