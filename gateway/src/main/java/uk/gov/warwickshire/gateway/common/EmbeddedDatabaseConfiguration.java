package uk.gov.warwickshire.gateway.common;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** In force only where no database of the council's own is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\0")
class EmbeddedDatabaseConfiguration {

    /** As application.yaml has them for a server of its own. */
    private static final int POOL = 32;

    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(GatewaySettings settings) throws IOException {
        return EmbeddedDatabase.start(settings);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(EmbeddedDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setMaximumPoolSize(POOL);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.setPoolName("gateway");
        return pool;
    }
}
