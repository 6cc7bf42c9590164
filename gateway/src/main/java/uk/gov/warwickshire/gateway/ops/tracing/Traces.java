package uk.gov.warwickshire.gateway.ops.tracing;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Spans of the stages. The trace of a batch or a delivery has its id, without hyphens: who knows the one finds the other,
 * on whichever replica and after whichever pause it was worked on. Faults are told by kind, never by message.
 */
final class Traces {

    /** Work that may throw. */
    interface Work<T extends @Nullable Object, E extends Throwable> {
        T run() throws E;
    }

    private static final int HEX_OF_A_SPAN = 16;
    private static final int MOST_LINKS = 50;

    private final Tracer tracer;
    private final boolean on;
    private final double probability;

    /** @param probability share of batches and deliveries that are traced; the same ones on every replica */
    Traces(Tracer tracer, boolean on, double probability) {
        this.tracer = tracer;
        this.on = on;
        this.probability = probability;
    }

    /** A stage of the thing with this id; log lines of the stage name it under `key`. */
    <T extends @Nullable Object, E extends Throwable> T of(
            String key, UUID id, String stage, String what, Work<T, E> work) throws E {
        try (MDC.MDCCloseable named = MDC.putCloseable(key, id.toString())) {
            if (!on) {
                return work.run();
            }
            Span span = tracer.spanBuilder()
                    .setParent(context(id))
                    .name(stage)
                    .tag("gateway." + key, id.toString())
                    .tag("gateway.of", what)
                    .start();
            return in(span, work);
        }
    }

    /** A stage of several things at once, within what goes on already; linked to the trace of each. */
    <T extends @Nullable Object, E extends Throwable> T of(List<UUID> ids, String stage, Work<T, E> work) throws E {
        if (!on) {
            return work.run();
        }
        Span.Builder builder = tracer.spanBuilder().name(stage).tag("gateway.count", ids.size());
        Span current = tracer.currentSpan();
        if (current != null) {
            builder.setParent(current.context());
        }
        ids.stream().limit(MOST_LINKS).forEach(id -> builder.addLink(new Link(context(id))));
        return in(builder.start(), work);
    }

    private <T extends @Nullable Object, E extends Throwable> T in(Span span, Work<T, E> work) throws E {
        boolean ended = false;
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            T result = work.run();
            ended = true;
            return result;
        } finally {
            span.tag("gateway.ended", ended ? "normally" : "by a fault");
            span.end();
        }
    }

    private TraceContext context(UUID id) {
        String hex = id.toString().replace("-", "").toLowerCase(Locale.ROOT);
        return tracer.traceContextBuilder()
                .traceId(hex)
                .spanId(hex.substring(HEX_OF_A_SPAN))
                .sampled(isSampled(id))
                .build();
    }

    /** By the random bits of the id, so that all stages and replicas agree. */
    private boolean isSampled(UUID id) {
        long random = id.getLeastSignificantBits() & 0x3FFFFFFFFFFFFFFFL;
        return random < probability * 0x4000000000000000L;
    }
}
