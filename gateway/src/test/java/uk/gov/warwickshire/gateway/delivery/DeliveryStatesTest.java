package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStatesTest {

    static Stream<DeliveryStates.Transition> ways() {
        return DeliveryStates.graph().stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void allowsEveryWayOfTheGraphAndNamesIt(DeliveryStates.Transition way) {
        assertThatCode(() -> DeliveryStates.require(way.from(), way.to())).doesNotThrowAnyException();
        assertThat(DeliveryStates.asDot()).contains(way.from() + " -> " + way.to() + " [label=\"" + way.when() + "\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, SENT",
        "HELD, CLEARED",
        "HELD, SENT",
        "WITHHELD, CLEARED",
        "CLEARED, ACKNOWLEDGED",
        "DEAD, PENDING",
        "ACKNOWLEDGED, PENDING"
    })
    void refusesShortCuts(DeliveryState from, DeliveryState to) {
        assertThatThrownBy(() -> DeliveryStates.require(from, to)).isInstanceOf(IllegalStateException.class);
    }

    /** Promise 1, read off the graph: nothing is sent that was not cleared. */
    @Test
    void reachesTheWireOnlyThroughAClearance() {
        assertThat(DeliveryStates.graph().stream()
                        .filter(way -> way.to() == DeliveryState.SENT)
                        .map(DeliveryStates.Transition::from))
                .containsExactlyInAnyOrder(DeliveryState.CLEARED, DeliveryState.RETRYING);
        assertThat(DeliveryStates.graph().stream()
                        .filter(way -> way.to() == DeliveryState.RETRYING)
                        .map(DeliveryStates.Transition::from))
                .containsExactlyInAnyOrder(DeliveryState.CLEARED, DeliveryState.SENT);
    }

    @ParameterizedTest
    @EnumSource
    void endsExactlyWhereNothingWaitsBehind(DeliveryState state) {
        boolean leadsOn = Arrays.stream(DeliveryState.values()).anyMatch(to -> DeliveryStates.allows(state, to));

        assertThat(leadsOn).isEqualTo(!state.isFinished());
    }
}
