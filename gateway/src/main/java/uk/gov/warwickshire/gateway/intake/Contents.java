package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of open batches, in chunks, so that neither side ever holds a whole file in memory. */
@Repository
class Contents {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    Batches.Received write(UUID batch, InputStream content, long limit) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        int number = 0;
        for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > limit) {
                throw new TooLargeException(limit);
            }
            digest.update(chunk);
            jdbc.sql("insert into intake_content (batch_id, chunk_no, bytes) values (?, ?, ?)")
                    .params(batch, number++, chunk)
                    .update();
        }
        return new Batches.Received(digest.digest(), size);
    }

    void copyTo(UUID batch, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Optional<byte[]> chunk = chunk(batch, 0);
            for (int number = 1; chunk.isPresent(); number++) {
                out.write(chunk.get());
                chunk = chunk(batch, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> chunk(UUID batch, int number) {
        return jdbc.sql("select bytes from intake_content where batch_id = ? and chunk_no = ?")
                .params(batch, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Joins the caller's transaction. */
    void delete(UUID batch) {
        jdbc.sql("delete from intake_content where batch_id = ?").param(batch).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
