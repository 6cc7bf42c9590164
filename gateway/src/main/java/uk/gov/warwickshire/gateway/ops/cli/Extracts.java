package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;

/** Opens an extract for a command. */
final class Extracts {

    private Extracts() {}

    /** @throws CommandFailedException if there is no such file */
    static SsdArchive open(Path zip) throws DamagedFileException {
        if (!Files.isRegularFile(zip)) {
            throw new CommandFailedException("There is no file " + zip + ".");
        }
        return SsdArchive.open(zip, name(zip), ArchiveLimits.DEFAULT);
    }

    static String name(Path zip) {
        return String.valueOf(zip.getFileName());
    }
}
