package uk.gov.warwickshire.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same failures of a partner, run against every client that calls one. A client under test implements three hooks:
 * {@link #connect}, {@link #healthy} and {@link #call}. None of these failures may be taken for success, none may throw,
 * none may repeat what the partner's body said, and after each of them the same client works again.
 */
public abstract class HttpFaultScenarios {

    /** How a call ended, in the words common to all clients. */
    public enum Outcome {
        DONE,
        TRY_LATER,
        REFUSED,
        /** The partner may or may not have taken it; only for calls that must not be repeated blindly. */
        UNKNOWN
    }

    /**
     * @param words what the client says about the failure, for logs and the console
     * @param retryAfter the pause the partner asked for, if the client passes it on
     */
    public record Result(Outcome outcome, String words, Optional<Duration> retryAfter) {
        public static Result of(Outcome outcome, String words) {
            return new Result(outcome, words, Optional.empty());
        }
    }

    /** Stands in bodies of failing answers: must never come back in the client's own words. */
    protected static final String SECRET_IN_BODY = "body-of-the-partner-4857773456";

    protected static final Duration TIMEOUT = Duration.ofMillis(1500);

    private static final int WARM_UP = 5;

    protected final WireMockServer partner =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    /** Builds the client under test; it must give up waiting for an answer after the timeout. */
    protected abstract void connect(URI partner, Duration timeout);

    /** What a healthy partner answers to {@link #call}. */
    protected abstract ResponseDefinitionBuilder healthy();

    /** Makes one call through the client. */
    protected abstract Result call();

    /** Requests that one call makes at most: 1 for a client that leaves repeating to its caller. */
    protected int attempts() {
        return 1;
    }

    /** What the client may say of the failure; never {@link Outcome#DONE}. */
    protected Set<Outcome> expected(HttpFault fault) {
        return switch (fault) {
            case WRONG_CONTENT_TYPE, TRUNCATED_BODY -> EnumSet.of(Outcome.TRY_LATER, Outcome.REFUSED, Outcome.UNKNOWN);
            case RESET, TIMEOUT, EMPTY_ANSWER -> EnumSet.of(Outcome.TRY_LATER, Outcome.UNKNOWN);
            default -> EnumSet.of(Outcome.TRY_LATER);
        };
    }

    /** The requests that fail; a client that fetches a token first narrows this to its business call. */
    protected MappingBuilder request() {
        return any(anyUrl());
    }

    @BeforeEach
    void startPartner() {
        partner.start();
        connect(URI.create(partner.baseUrl()), TIMEOUT);
        // The first call loads classes, which would look like a slow partner.
        recover();
        for (int i = 0; i < WARM_UP && call().outcome() != Outcome.DONE; i++) {}
        partner.resetAll();
    }

    @AfterEach
    void stopPartner() {
        partner.stop();
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_is_named_and_the_next_call_succeeds(HttpFault fault) {
        partner.stubFor(request().willReturn(fault.answer(TIMEOUT)));

        Result result = call();

        assertThat(result.outcome()).isIn(expected(fault));
        assertThat(result.words()).doesNotContain(SECRET_IN_BODY);
        assertThat(partner.getAllServeEvents().size()).isBetween(1, attempts());
        recover();
        assertThat(call().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void a_partner_that_is_not_there_is_tried_later() {
        partner.stop();

        assertThat(call().outcome()).isEqualTo(Outcome.TRY_LATER);
    }

    @Test
    void the_first_request_fails_and_the_second_succeeds() {
        String failedOnce = "failed once";
        partner.stubFor(request()
                .inScenario("first fails")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo(failedOnce)
                .willReturn(HttpFault.UNAVAILABLE.answer(TIMEOUT)));
        partner.stubFor(request()
                .inScenario("first fails")
                .whenScenarioStateIs(failedOnce)
                .willReturn(healthy()));

        Result first = call();

        assertThat(first.outcome()).isIn(attempts() > 1 ? EnumSet.of(Outcome.DONE) : expected(HttpFault.UNAVAILABLE));
        assertThat(call().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void a_partner_that_always_fails_is_not_asked_more_often_than_agreed() {
        partner.stubFor(request().willReturn(HttpFault.UNAVAILABLE.answer(TIMEOUT)));

        assertThat(call().outcome()).isIn(expected(HttpFault.UNAVAILABLE));

        assertThat(partner.getAllServeEvents()).hasSize(attempts());
    }

    private void recover() {
        partner.resetAll();
        partner.stubFor(request().willReturn(healthy()));
    }
}
