package uk.gov.warwickshire.gateway.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** What the gateway is doing when it is killed; {@link #interrupted} tells from the database what was. */
public enum KillMoment {
    READING("select count(*) from intake_batch where format = 'ssd' and state = 'READING'", 400),
    CHECKING("select count(*) from opt_out_exchange where state in ('REQUESTED', 'SENDING', 'SENT', 'RECEIPTED')", 200),
    PENDING("""
            select count(*) from delivery where destination like 'icr.%' and state = 'PENDING' and lease_owner is not null
            """, 20),
    CLEARED("select count(*) from delivery where destination like 'icr.%' and state = 'CLEARED'", 100),
    RETRYING("select count(*) from delivery where destination like 'icr.%' and state = 'RETRYING'", 100),
    /** A message has taken effect at the region and the answer is not yet there. */
    UNANSWERED("select count(*) from delivery where destination like 'icr.%' and state in ('CLEARED', 'RETRYING')", 1);

    private final String sql;
    private final int longestDelay;

    KillMoment(String sql, int longestDelay) {
        this.sql = sql;
        this.longestDelay = longestDelay;
    }

    /** Returns when it has come, and a random while later; false if everything rests before. */
    public boolean await(GatewayTrial trial, RandomGenerator random) throws InterruptedException {
        CompletableFuture<?> unanswered = this == UNANSWERED
                ? CompletableFuture.anyOf(trial.regions().values().stream()
                        .map(SimulatedRegionServer::effectWithoutAnswer)
                        .toArray(CompletableFuture[]::new))
                : CompletableFuture.completedFuture(null);
        while (!unanswered.isDone() || interrupted(trial) == 0) {
            if (trial.isAtRest()) {
                return false;
            }
            Thread.sleep(3);
        }
        Thread.sleep(Duration.ofMillis(random.nextInt(longestDelay)).toMillis());
        return true;
    }

    /** How much is in this state; after a kill, how much it cut off. */
    public long interrupted(GatewayTrial trial) {
        return trial.count(sql);
    }
}
