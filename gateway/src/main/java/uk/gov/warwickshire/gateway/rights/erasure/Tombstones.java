package uk.gov.warwickshire.gateway.rights.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.ErasedPersons;

/** Who was erased, by keyed hash. Methods that write join the caller's transaction. */
@Component
class Tombstones implements ErasedPersons {

    /** Whoever lays a tombstone waits for those who asked and have not written yet; who asks later is told of it. */
    private static final String LOCK = "hashtextextended('erasure tombstones', 0)";

    private final JdbcTemplate jdbc;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Tombstones(JdbcTemplate jdbc, Pseudonyms pseudonyms, Clock clock) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Map<String, Standing> children(Collection<String> childIds) {
        return among(childIds, pseudonyms::childTombstone);
    }

    @Override
    public Map<String, Standing> numbers(Collection<String> nhsNumbers) {
        return among(nhsNumbers, pseudonyms::numberTombstone);
    }

    private Map<String, Standing> among(Collection<String> values, Function<String, String> hash) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // No tombstone is laid until the caller has committed what rests on this answer.
            jdbc.query("select pg_advisory_xact_lock_shared(" + LOCK + ")", row -> {});
        }
        // Most councils erase nobody for years: then nothing is hashed.
        if (values.isEmpty() || !exists()) {
            return Map.of();
        }
        Map<String, String> byHash = new HashMap<>();
        values.forEach(value -> byHash.put(hash.apply(value), value));
        Map<String, Standing> found = new HashMap<>();
        jdbc.query(
                "select keyed_hash, returned_at from erasure_tombstone where keyed_hash = any(?)",
                row -> {
                    String value = byHash.getOrDefault(row.getString(1), "");
                    found.put(value, row.getTimestamp(2) == null ? Standing.ERASED : Standing.RETURNED);
                },
                (Object) byHash.keySet().toArray(String[]::new));
        return found;
    }

    private boolean exists() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from erasure_tombstone)", Boolean.class));
    }

    @Override
    public void returned(Collection<String> childIds) {
        // The number goes with the child: both were laid by one erasure.
        jdbc.update(
                """
                update erasure_tombstone set returned_at = ?
                 where returned_at is null
                   and erasure_id in (select erasure_id from erasure_tombstone where keyed_hash = any(?))
                """,
                Timestamp.from(clock.instant()),
                childIds.stream().map(pseudonyms::childTombstone).toArray(String[]::new));
    }

    /**
     * To be called first in a transaction that lays tombstones: what was asked before is written before, so that nothing is
     * kept of the person that this transaction does not see.
     */
    void await() {
        jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
    }

    void lay(UUID erasure, ErasedPerson person) {
        Stream.concat(
                        Stream.of(pseudonyms.childTombstone(person.childId())),
                        person.nhsNumbers().stream().map(pseudonyms::numberTombstone))
                .forEach(hash -> jdbc.update("""
                        insert into erasure_tombstone (keyed_hash, erasure_id, made_at) values (?, ?, ?)
                            on conflict (keyed_hash) do update
                           set earlier_erasure = case when erasure_tombstone.erasure_id <> excluded.erasure_id
                                                      then erasure_tombstone.erasure_id
                                                      else erasure_tombstone.earlier_erasure end,
                               earlier_returned = case when erasure_tombstone.erasure_id <> excluded.erasure_id
                                                       then erasure_tombstone.returned_at
                                                       else erasure_tombstone.earlier_returned end,
                               erasure_id = excluded.erasure_id, made_at = excluded.made_at, returned_at = null
                        """, hash, erasure, Timestamp.from(clock.instant())));
    }

    /** The erasure was stopped: who was erased before it stays so. */
    void lift(UUID erasure) {
        jdbc.update("""
                update erasure_tombstone
                   set erasure_id = earlier_erasure, returned_at = earlier_returned,
                       earlier_erasure = null, earlier_returned = null
                 where erasure_id = ? and earlier_erasure is not null
                """, erasure);
        jdbc.update("delete from erasure_tombstone where erasure_id = ?", erasure);
    }
}
