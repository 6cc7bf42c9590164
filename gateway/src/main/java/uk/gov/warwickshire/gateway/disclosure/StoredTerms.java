package uk.gov.warwickshire.gateway.disclosure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.disclosure.TermsVersion.Origin;

/**
 * What is in force stands in the database, so that every replica decides alike. A start brings a file in force if it is
 * another than that of the start before; otherwise what a person has put in force since stays. A change on another replica
 * is seen within half a second: it is asked for rather than waited for, so that a lost notification can delay nothing.
 */
@Component
class StoredTerms implements CurrentTerms, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StoredTerms.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private record Known(long id, Terms terms) {}

    private final TermsTable table;
    private final StartTerms start;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "disclosure-terms");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Known known;
    private boolean failing;

    StoredTerms(TermsTable table, StartTerms start, TransactionTemplate transaction) {
        this.table = table;
        this.start = start;
        transaction.executeWithoutResult(status -> {
            table.lock();
            bringInForce(TermsPart.POLICY);
            bringInForce(TermsPart.AGREEMENTS);
        });
        this.known = new Known(table.latestId(), stored());
        LOG.info(
                "In force: disclosure policy {}, agreements {}",
                now().policy().version(),
                now().agreements().version());
        watcher.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Terms now() {
        return known.terms();
    }

    /** Which change was the last that these terms include. */
    long id() {
        return known.id();
    }

    /** Looks now: whoever has changed something here need not wait. */
    final synchronized void look() {
        try {
            long latest = table.latestId();
            if (latest != known.id()) {
                known = new Known(latest, stored());
                LOG.info(
                        "Now in force: disclosure policy {}, agreements {}",
                        now().policy().version(),
                        now().agreements().version());
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Policy and agreements could not be read; those known stay: {}", e.toString());
            }
            failing = true;
        }
    }

    private void bringInForce(TermsPart part) {
        String version = start.version(part);
        if (table.latestFromFile(part)
                .filter(before -> before.version().equals(version))
                .isPresent()) {
            return;
        }
        table.latest(part)
                .filter(now -> now.origin() == Origin.CONSOLE)
                .ifPresent(now -> LOG.warn(
                        "The {} {} of {} is replaced by {} of {}: the file is another than at the start before",
                        part.words(),
                        now.version(),
                        now.putBy(),
                        version,
                        start.text(part).name()));
        table.add(part, version, start.text(part), Origin.FILE, "start of the gateway", "the file is new");
    }

    private Terms stored() {
        return start.reader().read(text(TermsPart.POLICY), text(TermsPart.AGREEMENTS));
    }

    private TermsText text(TermsPart part) {
        return table.latest(part)
                .map(version -> new TermsText(version.fileName(), version.content()))
                .orElseThrow();
    }

    @Override
    public void destroy() {
        watcher.shutdownNow();
    }
}
