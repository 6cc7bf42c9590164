package uk.gov.warwickshire.gateway.api.access;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.common.Gathering;
import uk.gov.warwickshire.gateway.common.StoreFaults;

/** How many decide on the answers to partners, and record them. */
@Configuration(proxyBeanMethods = false)
class AnswerDesks {

    /** Longer than a connection is waited for. */
    private static final Gathering.Limits LIMITS = new Gathering.Limits(3, 32, 1000, Duration.ofSeconds(20));

    @Bean
    Gathering<AnswerRecords.Asking, AnswerRecords.Recorded> answerQuestions(AnswerDesk desk) {
        return new Gathering<>("answer-desk", LIMITS, desk::answer, StoreFaults::isUnavailable);
    }
}
