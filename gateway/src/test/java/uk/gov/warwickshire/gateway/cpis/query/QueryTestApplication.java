package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.testing.MovableClock;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * The flag query with everything it stands on: security, gate, ledger, audit. Only the opt-out register is in memory. Neither
 * this nor what it scans is a configuration that another test could find, or that could find another test's.
 */
@EnableAutoConfiguration(
        exclude = {
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(GatewaySettings.class)
@ComponentScan(
        basePackages = {
            "uk.gov.warwickshire.gateway.common",
            "uk.gov.warwickshire.gateway.audit",
            "uk.gov.warwickshire.gateway.disclosure",
            "uk.gov.warwickshire.gateway.cpis.query"
        },
        excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = EnableAutoConfiguration.class))
class QueryTestApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC().instant());
    }

    @Bean
    CpIsScope scope() {
        return CpIsScope.DEFAULT;
    }

    @Bean
    Register optOuts() {
        return new Register();
    }

    /** The opt-out register as far as a test needs it. */
    static final class Register implements OptOutRegister {
        final Map<NhsNumber, OptOutStatus> known = new ConcurrentHashMap<>();
        final Set<NhsNumber> requested = ConcurrentHashMap.newKeySet();

        @Override
        public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
            Map<NhsNumber, OptOutStatus> statuses = new HashMap<>();
            numbers.forEach(number -> statuses.put(number, known.getOrDefault(number, OptOutStatus.UNKNOWN)));
            return statuses;
        }

        @Override
        public void requestChecks(Collection<NhsNumber> numbers) {
            requested.addAll(numbers);
        }

        @Override
        public void forget(Collection<NhsNumber> numbers) {
            numbers.forEach(known::remove);
        }
    }
}
