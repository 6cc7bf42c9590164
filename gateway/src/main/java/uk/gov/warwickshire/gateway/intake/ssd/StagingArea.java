package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;

/** Makes and drops staging tables. Unlogged: after a crash the file is staged again. */
@Component
class StagingArea {

    private static final Logger LOG = LoggerFactory.getLogger(StagingArea.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Ids ids;

    StagingArea(JdbcTemplate jdbc, TransactionTemplate transactions, Ids ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** A row hangs on a child, or on `owner` until the links are resolved; others may hang on what it `provides`. */
    StagingTable create() {
        dropLeftovers();
        UUID attempt = ids.next();
        StagingTable table = StagingTable.of(attempt);
        jdbc.execute(table.in("""
                create unlogged table STAGE (
                    child_id text collate "C",
                    owner    text collate "C",
                    provides text collate "C",
                    tbl      smallint not null,
                    line     bigint   not null,
                    content  text     not null
                ) with (autovacuum_enabled = false)
                """));
        return table;
    }

    /** Whoever calls holds the lane, so no other batch is staged now: what stands here is of attempts that died. */
    private void dropLeftovers() {
        jdbc.queryForList(
                        "select 'intake_stage.' || tablename from pg_tables where schemaname = 'intake_stage'",
                        String.class)
                .forEach(name -> drop(new StagingTable(name)));
    }

    /** A table that an overtaken attempt still reads is left to the next batch. */
    void drop(StagingTable table) {
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.execute("set local lock_timeout = '2s'");
                jdbc.execute(table.in("drop table if exists STAGE"));
            });
        } catch (DataAccessException e) {
            LOG.warn(
                    "A staging table is still in use and is dropped later: {}",
                    e.getClass().getSimpleName());
        }
    }
}
