package uk.gov.warwickshire.gateway.ops.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The disk with the data directory: inbox, reports, search index, and the database if it is the embedded one. */
@Component
class MachineSource implements AlertSource {

    private final Path folder;
    private final String machine;
    private final Clock clock;

    @Autowired
    MachineSource(GatewaySettings settings, Clock clock) {
        this(settings.dataDir().toAbsolutePath(), machine(), clock);
    }

    MachineSource(Path folder, String machine, Clock clock) {
        this.folder = folder;
        this.machine = machine;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.DISK_SPACE);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        return rules.stream().flatMap(this::look).toList();
    }

    private Stream<FiringAlert> look(AlertRule rule) {
        try {
            FileStore disk = Files.getFileStore(existing(folder));
            long percent = disk.getTotalSpace() == 0 ? 100 : disk.getUsableSpace() * 100 / disk.getTotalSpace();
            return percent >= rule.number()
                    ? Stream.empty()
                    : Stream.of(rule.fires(
                            machine,
                            "The disk of the data directory is nearly full: " + percent + " % are free",
                            "Make room or enlarge it. What stands in done and failed of the inbox can be moved away; the"
                                    + " database must never run full",
                            "/console",
                            1,
                            clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }
}
