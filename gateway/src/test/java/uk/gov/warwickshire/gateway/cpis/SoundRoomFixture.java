package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import uk.gov.warwickshire.gateway.delivery.Balance;

/** A room in which nothing may be wrong after any test: CP-IS has no fault to find with a file, and the books hold. */
abstract class SoundRoomFixture extends CpIsRoomFixture {

    @AfterEach
    void nothingIsWrong() {
        assertThat(room.service.faults())
                .as("what CP-IS finds wrong with files")
                .isEmpty();
        assertThat(room.books()).allMatch(Balance::holds);
    }
}
