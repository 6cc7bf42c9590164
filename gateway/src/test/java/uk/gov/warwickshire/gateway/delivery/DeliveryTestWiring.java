package uk.gov.warwickshire.gateway.delivery;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * The rooms a delivery passes, wired as in the application, without its routes and its web server. Deliberately no
 * `@Configuration`: a test that starts the whole application would find it.
 */
@EnableTransactionManagement
@ComponentScan(
        basePackages = {
            "uk.gov.warwickshire.gateway.store",
            "uk.gov.warwickshire.gateway.disclosure",
            "uk.gov.warwickshire.gateway.delivery",
            "uk.gov.warwickshire.gateway.icr"
        },
        // The full-text index follows the store by itself and has no part in a delivery.
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "uk\\.gov\\.warwickshire\\.gateway\\.store\\.fulltext\\..*"))
class DeliveryTestWiring {

    @Bean
    FhirContext fhirContext() {
        return FhirContext.forR4Cached();
    }

    @Bean
    ProfilePackage profilePackage(FhirContext context, GatewaySettings settings) {
        return ProfilePackage.load(context, settings.fhir().baseUri().toString());
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    SslBundles sslBundles() {
        return new DefaultSslBundleRegistry();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    SubjectChanges subjectChanges(JdbcTemplate jdbc) {
        return new SubjectChanges(jdbc);
    }

    @Bean
    SingleRunner singleRunner(DataSource dataSource) {
        return new SingleRunner(dataSource);
    }
}
