package uk.gov.warwickshire.gateway.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.gateway.cpis.CpIsFileState;
import uk.gov.warwickshire.gateway.cpis.CpIsFileStates;

/** What the page of a file offers is what can be done, and a file that waits for a person or an answer offers something. */
class CpIsFileActTest {

    @ParameterizedTest
    @EnumSource(CpIsFileState.class)
    void offers_what_the_graph_of_states_allows(CpIsFileState state) {
        assertThat(CpIsFileAct.possible(state)).allMatch(act -> CpIsFileStates.allows(state, act.to()));
        assertThat(CpIsFileAct.possible(state).isEmpty())
                .isEqualTo(!state.needsPerson() && state != CpIsFileState.SENT);
    }
}
