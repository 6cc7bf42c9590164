package uk.gov.warwickshire.gateway.cpis.query;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Asks over kept connections with next to no work of its own, since it shares the machine with what it measures. */
final class BenchLoad {

    private static final int PACED_CONNECTIONS = 16;

    private final int port;
    private final String token;
    private final Supplier<String> path;
    private final String mustContain;
    private final AtomicLong answered = new AtomicLong();

    BenchLoad(int port, String token, Supplier<String> path, String mustContain) {
        this.port = port;
        this.token = token;
        this.path = path;
        this.mustContain = mustContain;
    }

    /** Times in milliseconds. */
    record Figures(double perSecond, double median, double p99, double longest) {
        static Figures of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Figures(nanos.length / seconds, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%7.0f/s  median %.2f ms  p99 %.2f ms  longest %.1f ms",
                    perSecond,
                    median,
                    p99,
                    longest);
        }
    }

    long answered() {
        return answered.get();
    }

    /** Each connection asks again as soon as it has its answer. */
    Figures closed(int connections, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long[] nanos = together(connections, n -> {
            long[] times = new long[1 << 20];
            int count = 0;
            try (Connection connection = new Connection()) {
                while (System.nanoTime() < end) {
                    long asked = System.nanoTime();
                    connection.ask();
                    times[count++] = System.nanoTime() - asked;
                }
            }
            return Arrays.copyOf(times, count);
        });
        return Figures.of(nanos, (System.nanoTime() - start) / 1e9);
    }

    /** At fixed moments; the time counts from the moment it was due, so that waiting in line is not hidden. */
    Figures paced(int perSecond, Duration time) throws Exception {
        long start = System.nanoTime();
        long pause = 1_000_000_000L / perSecond;
        int total = (int) (time.toSeconds() * perSecond);
        AtomicLong next = new AtomicLong();
        long[] nanos = together(PACED_CONNECTIONS, n -> {
            long[] times = new long[total];
            int count = 0;
            try (Connection connection = new Connection()) {
                for (long i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                    long due = start + i * pause;
                    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    connection.ask();
                    times[count++] = System.nanoTime() - due;
                }
            }
            return Arrays.copyOf(times, count);
        });
        return Figures.of(nanos, (System.nanoTime() - start) / 1e9);
    }

    private interface Work {
        long[] run(int n) throws IOException;
    }

    private static long[] together(int connections, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            var running = IntStream.range(0, connections)
                    .mapToObj(n -> threads.submit(() -> work.run(n)))
                    .toList();
            long[] all = new long[0];
            for (Future<long[]> one : running) {
                long[] times = one.get();
                all = Arrays.copyOf(all, all.length + times.length);
                System.arraycopy(times, 0, all, all.length - times.length, times.length);
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private final class Connection implements AutoCloseable {
        private Socket socket = new Socket();
        private OutputStream out = OutputStream.nullOutputStream();
        private InputStream in = InputStream.nullInputStream();

        Connection() throws IOException {
            open();
        }

        private void open() throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        void ask() throws IOException {
            out.write(("GET " + path.get() + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer "
                            + token + "\r\nIsUnscheduledAccessEvent: true\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String status = line();
            int length = 0;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                last |= header.equalsIgnoreCase("Connection: close");
            }
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (!status.contains(" 200") || !body.contains(mustContain)) {
                throw new IOException(status + " " + body);
            }
            answered.incrementAndGet();
            if (last) {
                // The server ends a connection after some requests.
                close();
                open();
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
