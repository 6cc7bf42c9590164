package uk.gov.warwickshire.gateway.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds delivered files, the newest first. */
@Component
public class BatchSearch {

    private final JdbcClient jdbc;

    BatchSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param states one of which it is in; empty: any */
    public List<Batch> page(Set<BatchState> states, Optional<Instant> before, int limit) {
        return jdbc.sql("""
                        select * from intake_batch
                         where received_at < :before and (cardinality(:states::text[]) = 0 or state = any(:states::text[]))
                         order by received_at desc limit :limit
                        """)
                .param("before", Timestamp.from(before.orElse(Instant.parse("9999-01-01T00:00:00Z"))))
                .param("states", states.stream().map(BatchState::name).toArray(String[]::new))
                .param("limit", limit)
                .query(Batches::batch)
                .list();
    }

    /** Those there are of the ids, the newest first. */
    public List<Batch> find(Collection<UUID> ids) {
        return jdbc.sql("select * from intake_batch where id = any(?::uuid[]) order by received_at desc")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Batches::batch)
                .list();
    }

    /** Kinds of findings of a file, as `code table.field`: no value of any row. */
    public List<String> findings(UUID batch) {
        return jdbc.sql("""
                        select distinct code || ' ' || source_table || '.' || field
                          from intake_finding where batch_id = ? order by 1 limit 100
                        """).param(batch).query(String.class).list();
    }
}
