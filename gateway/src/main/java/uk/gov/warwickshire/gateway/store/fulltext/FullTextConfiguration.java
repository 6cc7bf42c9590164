package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The settings are those that Hibernate Search has under Spring: `spring.jpa.properties.hibernate.search.*`. */
@Configuration(proxyBeanMethods = false)
class FullTextConfiguration {

    private static final String PREFIX = "hibernate.search";

    @Bean(destroyMethod = "close")
    FullTextIndex fullTextIndex(GatewaySettings settings, Environment environment) {
        Map<String, String> given = new HashMap<>();
        Binder.get(environment)
                .bind("spring.jpa.properties." + PREFIX, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> given.put(PREFIX + "." + name, value));
        return new FullTextIndex(settings.dataDir().toAbsolutePath().resolve("search-index"), given);
    }
}
