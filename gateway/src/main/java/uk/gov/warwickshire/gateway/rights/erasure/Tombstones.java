package uk.gov.warwickshire.gateway.rights.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
        return among(childIds, pseudonyms::childTombstones);
    }

    @Override
    public Map<String, Standing> numbers(Collection<String> nhsNumbers) {
        return among(nhsNumbers, pseudonyms::numberTombstones);
    }

    private Map<String, Standing> among(Collection<String> values, Function<String, List<String>> hashes) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // No tombstone is laid until the caller has committed what rests on this answer.
            jdbc.query("select pg_advisory_xact_lock_shared(" + LOCK + ")", row -> {});
        }
        // Most councils erase nobody for years: then nothing is hashed.
        if (values.isEmpty() || !exists()) {
            return Map.of();
        }
        Map<String, String> byHash = new HashMap<>();
        values.forEach(value -> hashes.apply(value).forEach(hash -> byHash.put(hash, value)));
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
                childIds.stream()
                        .flatMap(child -> pseudonyms.childTombstones(child).stream())
                        .toArray(String[]::new));
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

    /** As it was before a restore. */
    void layAgain(UUID erasure, List<String> hashes) {
        hashes.forEach(hash -> jdbc.update(
                "insert into erasure_tombstone (keyed_hash, erasure_id, made_at) values (?, ?, ?) on conflict do nothing",
                hash,
                erasure,
                Timestamp.from(clock.instant())));
    }

    /** Those an erasure has laid, of persons who are not held again. */
    List<String> of(UUID erasure) {
        return jdbc.queryForList(
                "select keyed_hash from erasure_tombstone where erasure_id = ? and returned_at is null order by keyed_hash",
                String.class,
                erasure);
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
