package uk.gov.warwickshire.gateway.cpis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/** Table `cpis_file_record`. Every method joins the caller's transaction. */
@Repository
class FileRecordTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    FileRecordTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<SentRecord> records) {
        jdbc.batchUpdate("""
                insert into cpis_file_record
                    (file, position, upload_id, person_id, nhs_number, unborn, record, record_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, records, BATCH, (row, sent) -> {
            row.setLong(1, sent.file());
            row.setInt(2, sent.position());
            row.setObject(3, sent.uploadId());
            row.setString(4, sent.personId());
            row.setString(5, sent.record().subject().nhsNumber().digits());
            row.setBoolean(6, sent.record().isUnborn());
            row.setString(7, JSON.writeValueAsString(sent.record()));
            row.setBytes(8, hash(sent.record()));
        });
    }

    List<SentRecord> of(long file) {
        return jdbc.query(
                """
                select file, position, upload_id, person_id, record from cpis_file_record
                 where file = ? order by position
                """,
                (row, i) -> new SentRecord(
                        row.getLong("file"),
                        row.getInt("position"),
                        row.getObject("upload_id", UUID.class),
                        row.getString("person_id"),
                        JSON.readValue(row.getString("record"), CpIsRecord.class)),
                file);
    }

    void answered(long file, Map<Integer, RecordAnswer> answers) {
        jdbc.batchUpdate("""
                update cpis_file_record set outcome = ?, code = ?, answer = ? where file = ? and position = ?
                """, answers.entrySet(), BATCH, (row, answer) -> {
            row.setString(1, answer.getValue().outcome().name());
            row.setString(2, answer.getValue().code());
            row.setString(3, answer.getValue().json());
            row.setLong(4, file);
            row.setInt(5, answer.getKey());
        });
    }

    /** What CP-IS says of single records of a file of which it has loaded none. */
    void noted(long file, Map<Integer, RecordAnswer> answers) {
        jdbc.batchUpdate(
                "update cpis_file_record set code = ?, answer = ? where file = ? and position = ?",
                answers.entrySet(),
                BATCH,
                (row, answer) -> {
                    row.setString(1, answer.getValue().code());
                    row.setString(2, answer.getValue().json());
                    row.setLong(3, file);
                    row.setInt(4, answer.getKey());
                });
    }

    /** By upload, where CP-IS has named a record of it. */
    Map<UUID, String> notedCodes(long file) {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.query(
                """
                select upload_id, min(code) from cpis_file_record
                 where file = ? and outcome = 'OPEN' and code is not null group by upload_id
                """,
                row -> {
                    codes.put(row.getObject(1, UUID.class), row.getString(2));
                },
                file);
        return codes;
    }

    void refuseNoted(long file) {
        jdbc.update("""
                update cpis_file_record set outcome = 'REFUSED'
                 where file = ? and outcome = 'OPEN' and code is not null
                """, file);
    }

    /** What CP-IS has now acknowledged. */
    void held(Collection<Holding> holdings) {
        jdbc.batchUpdate("""
                insert into cpis_held (person_id, nhs_number, person, file, acknowledged_at) values (?, ?, ?, ?, ?)
                on conflict (person_id, nhs_number) do update
                   set person = excluded.person, file = excluded.file, acknowledged_at = excluded.acknowledged_at
                """, holdings, BATCH, (row, held) -> {
            row.setString(1, held.personId());
            row.setString(2, held.number().digits());
            row.setString(3, JSON.writeValueAsString(held.person()));
            row.setLong(4, held.file());
            row.setTimestamp(5, Timestamp.from(held.acknowledgedAt()));
        });
    }

    static byte[] hash(CpIsRecord record) {
        return sha256(JSON.writeValueAsString(record).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
