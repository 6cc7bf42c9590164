package uk.gov.warwickshire.gateway.demo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedOptOuts;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Families that do not exist, with every situation of the disclosure policy among them, and the files that three case
 * systems and the council's own lists would deliver of them. The same seed, number of children and day give the same
 * bytes. NHS numbers and {@link Situation}s do not depend on the day, so that the simulated check service answers the
 * same after a restart.
 */
public final class SyntheticFamilies implements SimulatedOptOuts {

    private final List<SyntheticFamily> families;
    private final LocalDate today;
    private final Map<String, Situation> situations = new HashMap<>();
    private final Set<String> optedOut = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    /**
     * @param children how many, mothers not counted; 60 at least, for every situation to occur
     * @param clock whose day the histories lead up to
     */
    public SyntheticFamilies(long seed, int children, Clock clock) {
        this.today = LocalDate.now(clock);
        this.families = new Population(seed, children, today).families();
        for (SyntheticFamily family : families) {
            if (family.mother().optedOut()) {
                optedOut.add(family.mother().nhsNumber().digits());
            }
            family.children().forEach(this::remember);
        }
    }

    /**
     * Drops the files into an inbox, each complete when it appears: first who may know what, then the records, so that
     * no record is decided on before the choices about it are in.
     *
     * @param inbox with one folder per format; made if absent
     * @return the files, in the order in which they were dropped
     */
    public List<Path> writeTo(Path inbox) throws IOException {
        Files.createDirectories(inbox);
        // Beside the inbox: on the same file system, so that a file can be moved in at once.
        Path work = Files.createTempDirectory(inbox.toAbsolutePath().getParent(), "extracts");
        try {
            ChoicesFile.write(work.resolve("choices.csv"), families, today);
            IdentityFile.write(work.resolve("identity.csv"), families);
            DirectoryFile.write(work.resolve("directory.csv"));
            Extracts.write(work, families, today);
            List<Path> dropped = new ArrayList<>();
            for (String format : List.of("choices", "directory", "identity")) {
                dropped.add(drop(work.resolve(format + ".csv"), inbox.resolve(format)));
            }
            for (CaseSystem system : CaseSystem.values()) {
                dropped.add(drop(work.resolve(system.fileName()), inbox.resolve("ssd")));
            }
            if (Files.exists(work.resolve(Extracts.CENSUS))) {
                dropped.add(drop(work.resolve(Extracts.CENSUS), inbox.resolve("cin-census")));
            }
            return List.copyOf(dropped);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** Whether the simulated check service leaves the number out of its answer; never for a number not made here. */
    @Override
    public boolean isOptedOut(String nhsNumber) {
        return optedOut.contains(nhsNumber);
    }

    /** Whether the simulated check service refuses the number, however often it is asked. */
    @Override
    public boolean isRefused(String nhsNumber) {
        return refused.contains(nhsNumber);
    }

    /** What was planned for a child; empty for a child id not made here. */
    public Optional<Situation> situationOf(String childId) {
        return Optional.ofNullable(situations.get(childId));
    }

    /** Every child made here, mothers not among them. */
    public Set<String> childIds() {
        return Set.copyOf(situations.keySet());
    }

    /** Verified numbers of children on a plan or in care, in an order that is always the same. */
    public List<NhsNumber> numbersAtRisk() {
        return families.stream()
                .flatMap(family -> family.children().stream())
                .filter(child ->
                        child.caseType().isAtRisk() && child.situation().hasVerifiedNumber())
                .sorted(Comparator.comparing(SyntheticChild::number))
                .map(SyntheticChild::nhsNumber)
                .toList();
    }

    /** A number that nobody here has: its kind is issued to nobody either. */
    public NhsNumber unusedNumber() {
        return IntStream.range(0, 1000)
                .mapToObj("9980%06d"::formatted)
                .flatMap(digits -> NhsNumber.parse(digits).stream())
                .findFirst()
                .orElseThrow();
    }

    /** How many children there are of each situation; all of them occur. */
    public Map<Situation, Integer> count() {
        Map<Situation, Integer> counts = new EnumMap<>(Situation.class);
        situations.values().forEach(s -> counts.merge(s, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    List<SyntheticFamily> families() {
        return families;
    }

    private void remember(SyntheticChild child) {
        situations.put(child.personId(), child.situation());
        if (child.situation().isOptedOut()) {
            optedOut.add(child.nhsNumber().digits());
        }
        if (child.situation() == Situation.STATUS_UNKNOWN) {
            refused.add(child.nhsNumber().digits());
        }
    }

    private static Path drop(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
