package uk.gov.warwickshire.gateway.rights.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The schedule, read once: a mistake in it, or nobody's approval, stops the start. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionConfiguration.class);

    @Bean
    RetentionSchedule retentionSchedule(GatewaySettings settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        RetentionSchedule schedule = ScheduleReader.read(settings.retentionSchedule(), demo);
        LOG.info(
                "Retention schedule {}, {}",
                schedule.version(),
                schedule.approval().isPresent() ? "approved" : "a draft that nobody has approved, used by the demo");
        return schedule;
    }
}
