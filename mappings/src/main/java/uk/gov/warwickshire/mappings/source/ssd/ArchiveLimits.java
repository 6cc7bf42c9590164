package uk.gov.warwickshire.mappings.source.ssd;

import uk.gov.warwickshire.mappings.source.csv.CsvLimits;

/**
 * What an archive may hold; beyond it, it is refused as damaged (zip bombs).
 *
 * @param entries files in the archive
 * @param bytes of all files together when unpacked
 * @param ratio unpacked to packed bytes of one file; counted from one mebibyte on
 */
public record ArchiveLimits(int entries, long bytes, int ratio, CsvLimits csv) {
    /** Room for ten times the largest expected extract (5 million rows). */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(200, 20L << 30, 200, CsvLimits.DEFAULT);

    public ArchiveLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
