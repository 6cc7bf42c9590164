package uk.gov.warwickshire.gateway.ops.tracing;

import io.micrometer.tracing.Tracer;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.delivery.SendResult;
import uk.gov.warwickshire.gateway.delivery.Sender;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;
import uk.gov.warwickshire.gateway.intake.BatchReader;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Format;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/** Puts a trace around intake, gate and delivery from outside: no room has to know of it. */
@Configuration(proxyBeanMethods = false)
class TracedStages {

    @Bean
    static BeanPostProcessor traceStages(ObjectProvider<Tracer> tracer, Environment environment) {
        SingletonSupplier<Traces> traces = SingletonSupplier.of(() -> new Traces(
                tracer.getIfAvailable(() -> Tracer.NOOP),
                TracingSwitch.isOn(environment.getProperty(TracingSwitch.ENDPOINT, "")),
                environment.getProperty("management.tracing.sampling.probability", Double.class, 0.1)));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof BatchReader reader) {
                    return new TracedReader(reader, traces::obtain);
                } else if (bean instanceof DisclosureGate gate) {
                    return TracedGate.around(gate, traces::obtain);
                } else if (bean instanceof Sender sender) {
                    return new TracedSender(sender, traces::obtain);
                }
                return bean;
            }
        };
    }

    private record TracedReader(BatchReader reader, Supplier<Traces> traces) implements BatchReader {
        @Override
        public Format format() {
            return reader.format();
        }

        @Override
        public Counters read(Reading reading) throws DamagedFileException {
            return traces.get()
                    .<Counters, DamagedFileException>of(
                            "batch", reading.batchId(), "intake.read", format().code(), () -> reader.read(reading));
        }
    }

    private record TracedSender(Sender sender, Supplier<Traces> traces) implements Sender {
        @Override
        public Set<Destination> destinations() {
            return sender.destinations();
        }

        @Override
        public int connections(Destination destination) {
            return sender.connections(destination);
        }

        @Override
        public SendResult send(OutboundMessage message) {
            return traces.get()
                    .of(
                            "delivery",
                            message.deliveryId(),
                            "delivery.send",
                            message.destination().code(),
                            () -> sender.send(message));
        }
    }
}
