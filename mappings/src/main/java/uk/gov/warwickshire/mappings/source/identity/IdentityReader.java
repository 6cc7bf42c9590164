package uk.gov.warwickshire.mappings.source.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.ColumnNames;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.FlatFile;
import uk.gov.warwickshire.mappings.source.FlatFile.BadRow;
import uk.gov.warwickshire.mappings.source.NhsNumbers;
import uk.gov.warwickshire.mappings.source.RowSink;

/**
 * Reads {@code child_id,nhs_number,verification_status,restricted}. A number without a status counts as present but not
 * traced; a blank number as trace required; a blank restriction as none. Whether a child stands in the file twice is
 * for the caller to see.
 */
public final class IdentityReader {

    private static final List<String> COLUMNS = List.of("child_id", "nhs_number", "verification_status", "restricted");

    private final FlatFile file;
    private final boolean allowTestNumbers;

    /**
     * @param columns the council's names for columns of ours, canonical name to actual name
     * @param allowTestNumbers numbers from 9 000 000 000; never in live use
     */
    public IdentityReader(Map<String, String> columns, boolean allowTestNumbers) {
        this.file = new FlatFile("identity", new ColumnNames(COLUMNS, columns), List.of("child_id", "nhs_number"));
        this.allowTestNumbers = allowTestNumbers;
    }

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String name, ByteSource bytes, RowSink<IdentityRow, E> sink)
            throws DamagedFileException, E {
        file.read(name, bytes, Optional.of("child_id"), this::row, sink);
    }

    private IdentityRow row(FlatFile.Fields fields) {
        String childId = fields.required("child_id");
        Optional<NhsNumber> number =
                fields.optional("nhs_number").map(text -> NhsNumbers.read(text, "nhs_number", allowTestNumbers));
        Identity identity = new Identity(number, status(fields, number.isPresent()), restricted(fields));
        return new IdentityRow(childId, identity, fields.source());
    }

    private static VerificationStatus status(FlatFile.Fields fields, boolean hasNumber) {
        String text = fields.get("verification_status");
        if (text.isEmpty()) {
            return hasNumber ? VerificationStatus.NOT_TRACED : VerificationStatus.TRACE_REQUIRED;
        }
        VerificationStatus status = VerificationStatus.ofCode(text)
                .orElseThrow(() -> new BadRow(
                        "verification_status",
                        "UNKNOWN_CODE",
                        "The verification status is none of 01 to 08. Use these codes."));
        if (!hasNumber && status == VerificationStatus.VERIFIED) {
            throw new BadRow(
                    "nhs_number", "MISSING_VALUE", "The status says verified, but there is no NHS number. Enter it.");
        }
        return status;
    }

    /** Anything unreadable is refused rather than taken as unrestricted. */
    private static boolean restricted(FlatFile.Fields fields) {
        return switch (fields.get("restricted").toLowerCase(Locale.ROOT)) {
            case "y", "yes", "1", "true" -> true;
            case "", "n", "no", "0", "false" -> false;
            default ->
                throw new BadRow("restricted", "UNKNOWN_CODE", "The restriction is neither yes nor no. Use Y or N.");
        };
    }
}
