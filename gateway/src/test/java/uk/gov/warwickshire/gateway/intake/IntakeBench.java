package uk.gov.warwickshire.gateway.intake;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.bench.SsdGenerator;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/**
 * Reads a generated extract twice against the embedded PostgreSQL and prints what it took. Without the outbox, the
 * routes and the other rooms: what they cost is not in these figures. Run by `gateway/bench/intake.sh`.
 */
public final class IntakeBench {

    private static final double NANOS = 1e9;
    private static final long MEBI = 1 << 20;
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private IntakeBench() {}

    /** @param args how many children; then an index of the store to do without, to see what it costs */
    public static void main(String[] args) throws IOException {
        int children = Integer.parseInt(args[0]);
        Path zip = Files.createTempFile("extract", ".zip");
        long rows = SsdGenerator.write(zip, children);
        System.out.printf("%,d children, %,d rows, %,d MiB packed%n", children, rows, Files.size(zip) / MEBI);
        try (TestDatabase database = new TestDatabase();
                TestIntake intake = new TestIntake(database, Map.of())) {
            if (args.length > 1) {
                intake.jdbc.execute("drop index " + args[1]);
            }
            run("first", intake, zip, rows);
            run("again", intake, zip, rows);
            Long resources = intake.jdbc.queryForObject("select count(*) from resource", Long.class);
            System.out.printf("%,d resources stored%n", resources);
        } finally {
            Files.deleteIfExists(zip);
        }
        System.out.printf("heap limit %,d MiB%n", Runtime.getRuntime().maxMemory() / MEBI);
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
        System.exit(0);
    }

    private static void run(String name, TestIntake intake, Path zip, long rows) throws IOException {
        long start = System.nanoTime();
        long cpuStart = CPU.getProcessCpuTime();
        UUID id;
        try (InputStream in = Files.newInputStream(zip)) {
            id = intake.bean(Receiver.class).receive(Format.SSD, name + ".zip", in, false);
        }
        intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpu = (CPU.getProcessCpuTime() - cpuStart) / NANOS;
        Batch batch = intake.batch(id);
        Long written = intake.jdbc.queryForObject("select count(*) from resource", Long.class);
        System.out.printf(
                "%s: %s %s%n  %.1f s and %.1f s of processor time of the JVM, %,.0f rows/s, %,.0f resources/s%n",
                name,
                batch.state(),
                batch.counters(),
                seconds,
                cpu,
                rows / seconds,
                batch.counters().changed() > 0 && written != null ? written / seconds : 0);
    }
}
