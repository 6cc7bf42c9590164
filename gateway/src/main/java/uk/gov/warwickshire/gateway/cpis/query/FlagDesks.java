package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.common.Gathering;
import uk.gov.warwickshire.gateway.common.StoreFaults;

/** How many answer the flag queries. */
@Configuration(proxyBeanMethods = false)
class FlagDesks {

    /** A nurse gets to know quickly that there is no answer. */
    private static final Gathering.Limits LIMITS = new Gathering.Limits(2, 64, 2000, Duration.ofSeconds(4));

    @Bean
    Gathering<Question, Reply> flagQuestions(FlagDesk desk) {
        return new Gathering<>("flag-desk", LIMITS, desk::answer, StoreFaults::isUnavailable);
    }
}
