package uk.gov.warwickshire.gateway.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as the council's clocks show them, whatever they come as. */
class CouncilTimesTest {

    @ParameterizedTest
    @CsvSource({
        "20261120021500+0000, 20 Nov 2026 02:15",
        "20260720021500+0000, 20 Jul 2026 03:15",
        "20260720021500,      20 Jul 2026 02:15",
        "some time ago,       some time ago"
    })
    void a_time_of_hl7_is_read_and_what_is_none_is_shown_as_it_came(String written, String shown) {
        assertThat(new CouncilTimes(Clock.systemUTC()).hl7(written)).isEqualTo(shown);
    }
}
