package uk.gov.warwickshire.mappings.source.ssd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.RowSink;

/** An extract written in a test, and what the archive reader stages of it. */
final class Extract {

    static final String NAME = "extract.zip";
    static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Extract of(String... namesAndTexts) {
        Extract extract = new Extract();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            extract.with(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return extract;
    }

    Extract with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    Path write(Path folder) throws IOException {
        Path zip = Files.createTempFile(folder, "extract", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                packed.write(file.getValue());
                packed.closeEntry();
            }
        }
        return zip;
    }

    Staged stage(Path folder) throws IOException, DamagedFileException {
        try (SsdArchive archive = SsdArchive.open(write(folder), NAME, ArchiveLimits.DEFAULT)) {
            Staged staged = new Staged(new ArrayList<>(), new ArrayList<>(archive.warnings()));
            archive.read(staged);
            return staged;
        }
    }

    /** What arrived, in order. */
    record Staged(List<StagedRow> rows, List<Rejection> findings) implements RowSink<StagedRow, RuntimeException> {
        @Override
        public void row(StagedRow row) {
            rows.add(row);
        }

        @Override
        public void finding(Rejection finding) {
            findings.add(finding);
        }

        /** The rows of a child, by its own id or through the rows that provide the link, as intake does in SQL. */
        SsdChildRows ofChild(String childId) {
            List<SsdRow> own = new ArrayList<>();
            List<RowLink> keys = new ArrayList<>(List.of(new RowLink(RowLink.Kind.CHILD, childId)));
            List<StagedRow> open = new ArrayList<>(rows);
            boolean found = true;
            while (found) {
                List<StagedRow> next =
                        open.stream().filter(r -> keys.contains(r.owner())).toList();
                next.forEach(r -> own.add(r.in(NAME)));
                next.forEach(r -> r.provides().ifPresent(keys::add));
                open.removeAll(next);
                found = !next.isEmpty();
            }
            return new SsdChildRows(childId, own);
        }

        ReadOutcome read(String childId) {
            return new SsdChildReader().read(ofChild(childId), Identity.UNKNOWN, reference(), ReadOptions.on(TODAY));
        }

        ReferenceData reference() {
            return new StagedReference(rows);
        }

        List<String> codes() {
            return findings.stream().map(Rejection::code).toList();
        }
    }
}
