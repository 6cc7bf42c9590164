package uk.gov.warwickshire.gateway.store.fulltext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The settings are those that Hibernate Search has under Spring: `spring.jpa.properties.hibernate.search.*`. */
@Configuration(proxyBeanMethods = false)
class FullTextConfiguration {

    @Bean(destroyMethod = "close")
    FullTextIndex fullTextIndex(GatewaySettings settings, Environment environment) {
        return new FullTextIndex(
                settings.dataDir().toAbsolutePath().resolve("search-index"), FullTextIndex.settings(environment));
    }
}
