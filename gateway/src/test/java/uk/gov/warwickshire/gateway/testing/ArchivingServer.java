package uk.gov.warwickshire.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL that archives its write-ahead log, as one with backups does; it can be copied while it runs and brought back
 * from the copy. Only what the server itself offers is used: no tool beside it.
 */
public final class ArchivingServer implements AutoCloseable {

    /** What a copy leaves out: the log comes from the archive, the rest belongs to the running server. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts");

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path archive;

    private ArchivingServer(EmbeddedPostgres server, Path data, Path archive) {
        this.server = server;
        this.data = data;
        this.archive = archive;
    }

    /** A new one. */
    public static ArchivingServer start(Path folder) throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Path data = folder.resolve("data");
        ArchivingServer started = new ArchivingServer(run(data), data, archive);
        started.jdbc().execute("alter system set archive_command = '" + archiving(archive) + "'");
        started.jdbc().execute("select pg_reload_conf()");
        return started;
    }

    private static String archiving(Path archive) {
        return "test ! -f %s/%%f && cp %%p %s/%%f".formatted(archive, archive);
    }

    private static EmbeddedPostgres run(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "60")
                .setServerConfig("archive_mode", "on")
                .start();
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    /** Copies the files while the server runs, in the two steps that PostgreSQL asks for. */
    public void backUp(Path copy) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('test', true)");
            Files.walkFileTree(data, copying(copy));
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
    }

    private FileVisitor<Path> copying(Path copy) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, copy.resolve(data.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = data.relativize(file);
                if (!relative.startsWith("pg_wal") && !NOT_COPIED.contains(relative.toString())) {
                    Files.copy(file, copy.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        };
    }

    /** Has everything that is committed written to the archive. */
    public void archiveAll() throws InterruptedException {
        String last = jdbc().queryForObject("select pg_walfile_name(pg_switch_wal())", String.class);
        while (!Files.exists(archive.resolve(String.valueOf(last)))) {
            Thread.sleep(50);
        }
    }

    /** Starts from a copy, and plays what the archive has up to the end of it, or to the end of the backup alone. */
    public static ArchivingServer restore(Path copy, Path archive, boolean everything)
            throws IOException, InterruptedException {
        Files.writeString(copy.resolve("recovery.signal"), "");
        Path next = Files.createDirectories(archive.resolveSibling("archive-after"));
        List<String> settings = new ArrayList<>(Files.readAllLines(copy.resolve("postgresql.auto.conf")));
        settings.removeIf(line -> line.startsWith("archive_command"));
        settings.add("archive_command = '" + archiving(next) + "'");
        settings.add("restore_command = 'cp %s/%%f %%p'".formatted(archive));
        settings.add("recovery_target_action = 'promote'");
        if (!everything) {
            settings.add("recovery_target = 'immediate'");
        }
        Files.write(copy.resolve("postgresql.auto.conf"), settings);
        ArchivingServer restored = new ArchivingServer(run(copy), copy, next);
        while (Boolean.TRUE.equals(restored.jdbc().queryForObject("select pg_is_in_recovery()", Boolean.class))) {
            Thread.sleep(50);
        }
        return restored;
    }

    public Path archive() {
        return archive;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
