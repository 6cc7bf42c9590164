package uk.gov.warwickshire.gateway.ops.cli;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.Lifecycle;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.mesh.MeshMailboxStates;
import uk.gov.warwickshire.gateway.mesh.MeshMessages;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * The readers and acts of the application, for commands: the same classes as in the server, made when they are asked for,
 * and nothing besides. No route runs, no page is served, nothing is sent.
 */
final class CommandBeans implements AutoCloseable {

    private static final String ROOT = "uk.gov.warwickshire.gateway.";

    /** What a reader looks at without needing it: a command does not demand the settings of the server. */
    private static final Map<String, Object> WHERE_UNSET = Map.of(
            "gateway.organisation.ods-code", "not-set",
            "gateway.mesh.mailboxes.opt-out.id", "not-set",
            "gateway.opt-out.recipient-mailbox", "not-set",
            "gateway.cp-is.recipient-mailbox", "not-set",
            "gateway.security.clock-skew", "30s");

    private final OnlineSettings online;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private CommandBeans(OnlineSettings online, Binder binder) {
        this.online = online;
        JdbcTemplate jdbc = online.jdbc();
        TransactionTemplate transaction = online.transaction();
        context.registerBean(
                AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, LifecycleProcessor.class, Resting::new);
        context.registerBean(DataSource.class, () -> Objects.requireNonNull(jdbc.getDataSource()));
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        context.registerBean(TransactionTemplate.class, () -> transaction);
        context.registerBean(
                PlatformTransactionManager.class, () -> Objects.requireNonNull(transaction.getTransactionManager()));
        context.registerBean(Clock.class, online::clock);
        context.registerBean(Ids.class, online::ids);
        context.registerBean(SingleRunner.class);
        context.registerBean(SubjectChanges.class);
        context.registerBean(MeshMailboxStates.class);
        context.registerBean(MeshMessages.class);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.registerBean(FhirContext.class, FhirContext::forR4Cached);
        context.registerBean(GatewaySettings.class, () -> binder.bind("gateway", GatewaySettings.class)
                .get());
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan(ROOT + "delivery", ROOT + "cpis", ROOT + "optout", ROOT + "disclosure", ROOT + "intake");
        context.scan(ROOT + "store", ROOT + "audit", ROOT + "rights", ROOT + "ops.alerts", ROOT + "ops.messages");
        // Of rooms that no command works in: what they keep of persons, and what of it grows old.
        ClassPathBeanDefinitionScanner traces = new ClassPathBeanDefinitionScanner(context, false);
        traces.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Expiry|Traces)")));
        traces.scan(ROOT + "mesh", ROOT + "api.access");
        context.refresh();
    }

    /** @throws CommandFailedException if the database cannot be reached */
    static CommandBeans connect() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        environment.getPropertySources().addLast(new MapPropertySource("where unset", WHERE_UNSET));
        Binder binder = Binder.get(environment);
        OnlineSettings online = OnlineSettings.connect(binder);
        try {
            return new CommandBeans(online, binder);
        } catch (RuntimeException e) {
            online.close();
            throw e;
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Clock clock() {
        return online.clock();
    }

    /** Who acts, as the log of acts has it. */
    String who() {
        return online.who();
    }

    @Override
    public void close() {
        context.close();
        online.close();
    }

    /** What works by itself in the server does not in a command. */
    private static final class Resting implements LifecycleProcessor, Lifecycle {
        @Override
        public void onRefresh() {
            // Nothing starts.
        }

        @Override
        public void onClose() {
            // So nothing ends.
        }

        @Override
        public void start() {
            // As above.
        }

        @Override
        public void stop() {
            // As above.
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
