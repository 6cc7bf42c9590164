package uk.gov.warwickshire.gateway.cpis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks upload files up, for the console, reports and subject access. */
@Component
public class CpIsFiles {

    private final JdbcTemplate jdbc;

    CpIsFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<CpIsFile> latest(int limit) {
        return jdbc.query(
                FileTable.COLUMNS + " order by sequence desc limit ?", (row, i) -> FileTable.read(row), limit);
    }

    public Optional<CpIsFile> find(long sequence) {
        return jdbc.query(FileTable.COLUMNS + " where sequence = ?", (row, i) -> FileTable.read(row), sequence).stream()
                .findFirst();
    }

    /** Files that wait for a person, oldest first. */
    public List<CpIsFile> needingPerson() {
        return jdbc.query(
                FileTable.COLUMNS + " where state = any (?) order by sequence",
                (row, i) -> FileTable.read(row),
                (Object) CpIsFileState.names(CpIsFileState::needsPerson));
    }

    /** In the order in which they stand in the file. */
    public List<CpIsFileRecord> records(long sequence) {
        return records("where file = ? order by position", sequence);
    }

    /** What was ever sent of a person, newest first. */
    public List<CpIsFileRecord> recordsOf(String personId, int limit) {
        return records("where person_id = ? order by file desc, position limit ?", personId, limit);
    }

    /** The file as it was sent: names, numbers and dates of birth stand in it. */
    public Optional<String> content(long sequence) {
        return jdbc
                .query("select content from cpis_file where sequence = ?", (row, i) -> row.getBytes(1), sequence)
                .stream()
                .findFirst()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private List<CpIsFileRecord> records(String where, Object... parameters) {
        return jdbc.query(
                "select * from cpis_file_record " + where,
                (row, i) -> new CpIsFileRecord(
                        row.getLong("file"),
                        row.getInt("position"),
                        row.getObject("upload_id", UUID.class),
                        row.getString("person_id"),
                        row.getBoolean("unborn"),
                        row.getString("outcome"),
                        Optional.ofNullable(row.getString("code")),
                        Optional.ofNullable(row.getString("answer"))),
                parameters);
    }
}
