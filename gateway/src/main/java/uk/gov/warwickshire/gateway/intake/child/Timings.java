package uk.gov.warwickshire.gateway.intake.child;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long the phases of a batch took, all its threads together. Safe for many threads. */
public final class Timings {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<Phase, LongAdder> nanos = new EnumMap<>(Phase.class);

    public Timings() {
        Arrays.stream(Phase.values()).forEach(phase -> nanos.put(phase, new LongAdder()));
    }

    public <T> T time(Phase phase, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(phase, System.nanoTime() - start);
        }
    }

    public void time(Phase phase, Runnable work) {
        time(phase, () -> {
            work.run();
            return phase;
        });
    }

    public void add(Phase phase, long elapsedNanos) {
        nanos.computeIfAbsent(phase, p -> new LongAdder()).add(elapsedNanos);
    }

    /** `stage=1200ms, link=80ms, ...`, in the order of the phases. */
    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + "="
                        + e.getValue().sum() / NANOS_PER_MILLI + "ms")
                .collect(Collectors.joining(", "));
    }
}
