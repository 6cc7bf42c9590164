package uk.gov.warwickshire.gateway.common.security;

import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The firewall as Spring has it, without its price: it holds every header against a regular expression each time the header
 * is read, and a bearer token is long and read often: half of the samples of a search under a profiler were that.
 */
@Configuration(proxyBeanMethods = false)
class QuickFirewall {

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(printableOr(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
        firewall.setAllowedHeaderValues(printableOr(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
        firewall.setAllowedParameterNames(printableOr(StrictHttpFirewall.ALLOWED_PARAMETER_NAMES));
        return firewall;
    }

    /** Printable ASCII is let pass by each of Spring's rules; of everything else they decide. */
    static Predicate<String> printableOr(Predicate<String> rule) {
        return text -> isPrintable(text) || rule.test(text);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
