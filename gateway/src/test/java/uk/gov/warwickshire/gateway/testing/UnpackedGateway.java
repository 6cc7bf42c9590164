package uk.gov.warwickshire.gateway.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Spares each start of a test what only a first start needs: classes from jars within a jar, PostgreSQL from its
 * archive, and a large key. That these work is seen where the gateway runs as packaged.
 */
final class UnpackedGateway {

    private static final Path FOLDER = Path.of("target", "unpacked").toAbsolutePath();
    private static final int RSA_BITS = 3072;
    private static final int PATIENCE_SECONDS = 120;

    private UnpackedGateway() {}

    /** The same classes in the layout that the image has; made once for each build. */
    static Path of(Path packaged) throws IOException {
        // Other tests run beside this one.
        try (FileChannel channel = channel();
                FileLock alone = channel.lock()) {
            // By content: the build gives every jar the same time.
            Path jar = FOLDER.resolve(hash(packaged) + "/" + packaged.getFileName());
            if (Files.notExists(jar)) {
                extract(packaged, jar.getParent());
            }
            return jar;
        }
    }

    private static String hash(Path file) throws IOException {
        try (CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(in.getChecksum().getValue());
        }
    }

    private static void extract(Path packaged, Path destination) throws IOException {
        Path unfinished = Files.createTempDirectory(FOLDER, "extract");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unfinished.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("extract.log").toFile())
                .start();
        try {
            if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new IOException("gateway.jar cannot be extracted; see " + FOLDER.resolve("extract.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.move(unfinished, destination, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts into the data directory what the gateway would make there; what is there stays. */
    static Map<String, String> prepared(Map<String, String> settings) throws IOException {
        Optional<String> folder = Optional.ofNullable(settings.get("gateway.data-dir"));
        if (folder.isPresent()) {
            Path data = Path.of(folder.get());
            Path binaries = Files.createDirectories(data.resolve("postgresql")).resolve("binaries");
            if (Files.notExists(binaries)) {
                Files.createSymbolicLink(binaries, Files.createDirectories(FOLDER.resolve("postgresql")));
            }
            Path key = Files.createDirectories(data.resolve("demo")).resolve("icr-client.pem");
            if (Files.notExists(key)) {
                Files.copy(key(), key);
            }
        }
        return settings;
    }

    private static Path key() throws IOException {
        Path key = Files.createDirectories(FOLDER).resolve("icr-client.pem");
        try (FileChannel channel = channel();
                FileLock alone = channel.lock()) {
            if (Files.notExists(key)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
                Files.writeString(
                        key,
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                                + "\n-----END PRIVATE KEY-----\n");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("RSA is part of every Java runtime", e);
        }
        return key;
    }

    private static FileChannel channel() throws IOException {
        return FileChannel.open(
                Files.createDirectories(FOLDER).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
