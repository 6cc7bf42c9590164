package uk.gov.warwickshire.gateway.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class NothingShownTest {

    @Test
    void waits_for_what_is_left_and_no_longer() {
        long least = NothingShown.LEAST.toNanos();

        assertThat(NothingShown.remaining(0, 0)).isEqualTo(least);
        assertThat(NothingShown.remaining(5, 5 + least / 4)).isEqualTo(least - least / 4);
        assertThat(NothingShown.remaining(-5, least)).isZero();
        assertThat(NothingShown.remaining(0, Long.MAX_VALUE / 2)).isZero();
    }

    @Test
    void no_answer_that_shows_nothing_comes_sooner() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        long began = System.nanoTime();

        NothingShown.begin(request);
        NothingShown.settle(request);

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(NothingShown.LEAST.toNanos());
    }

    @Test
    void a_request_that_did_not_begin_here_does_not_wait() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        NothingShown.settle(request);

        assertThat(request.getAttributeNames().hasMoreElements()).isFalse();
    }
}
