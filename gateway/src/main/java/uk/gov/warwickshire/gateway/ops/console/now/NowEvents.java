package uk.gov.warwickshire.gateway.ops.console.now;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;

/**
 * Tells open pages that something changed; they then fetch what changed with their own session. A line is closed after ten
 * minutes, so that a session that has ended is not listened to for longer, and the browser opens another.
 */
@Controller
class NowEvents implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NowEvents.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int HEARTBEAT = 5;
    private static final int MOST = 50;
    private static final int MOST_OF_ONE_PERSON = 5;

    private final Snapshots snapshots;
    private final Map<SseEmitter, String> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "console-events");
        thread.setDaemon(true);
        return thread;
    });
    private String last = "";
    private int ticks;

    NowEvents(Snapshots snapshots) {
        this.snapshots = snapshots;
        ticker.scheduleWithFixedDelay(this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @GetMapping("/console/now/events")
    SseEmitter listen(Principal person) {
        String name = person.getName();
        long own = open.values().stream().filter(name::equals).count();
        if (open.size() >= MOST || own >= MOST_OF_ONE_PERSON) {
            throw ConsoleProblems.busy();
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> open.remove(emitter));
        open.put(emitter, name);
        send(emitter, SseEmitter.event().comment("open"));
        return emitter;
    }

    /** Nobody listens: nothing is looked at. */
    private void tick() {
        if (open.isEmpty()) {
            return;
        }
        try {
            String fingerprint = snapshots.current().fingerprint();
            boolean changed = !fingerprint.equals(last);
            last = fingerprint;
            ticks++;
            if (changed) {
                open.keySet()
                        .forEach(emitter ->
                                send(emitter, SseEmitter.event().name("changed").data(fingerprint)));
            } else if (ticks % HEARTBEAT == 0) {
                open.keySet()
                        .forEach(emitter -> send(emitter, SseEmitter.event().comment("still here")));
            }
        } catch (RuntimeException e) {
            LOG.error("The page Now could not be renewed: {}", e.getClass().getName());
        }
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
            emitter.complete();
        }
    }

    @Override
    public void destroy() {
        ticker.shutdownNow();
        open.keySet().forEach(SseEmitter::complete);
    }
}
