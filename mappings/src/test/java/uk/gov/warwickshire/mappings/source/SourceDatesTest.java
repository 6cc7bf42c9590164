package uk.gov.warwickshire.mappings.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-12-10",
                "2024-12-10 00:00:00.000",
                "2024-12-10T23:59:59Z",
                "2024-12-10T00:00:00+01:00",
                "10/12/2024",
                "10/12/2024 00:00",
                "10-12-2024",
                "10.12.2024",
                "20241210",
                " 2024-12-10 ",
                "2024/12/10"
            })
    void readsTheSpellingsOfExtracts(String text) {
        assertThat(SourceDates.parse(text)).contains(LocalDate.of(2024, 12, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "31/02/2024",
                "12/31/2024",
                "2024-13-01",
                "2024-02-30 00:00:00",
                "10/12/24",
                "2024",
                "45636",
                "2024-12-10x",
                "Dec 10 2024"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(SourceDates.parse(text)).isEmpty();
    }

    @Property
    void neverThrows(@ForAll String text) {
        assertThat(SourceDates.parse(text)).isNotNull();
    }

    @Property
    void everyDayComesBack(@ForAll @IntRange(max = 100_000) int days) {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(days);
        assertThat(SourceDates.parse(day.toString())).contains(day);
        assertThat(SourceDates.parse(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))))
                .contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "cv344rl,CV34 4RL",
        "CV34 4RL,CV34 4RL",
        "b1 1aa,B1 1AA",
        "EC1A1BB,EC1A 1BB",
        "XXXX,",
        "nopostcode,",
        "CV34,"
    })
    void normalisesPostcodes(String text, String expected) {
        assertThat(Postcodes.normalise(text).orElse(null)).isEqualTo(expected);
    }
}
