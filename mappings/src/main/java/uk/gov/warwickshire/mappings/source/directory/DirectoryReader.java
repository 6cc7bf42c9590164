package uk.gov.warwickshire.mappings.source.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.ColumnNames;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.FlatFile;
import uk.gov.warwickshire.mappings.source.FlatFile.BadRow;
import uk.gov.warwickshire.mappings.source.RowSink;

/** Reads {@code team_id,team_name,office_hours_phone,emergency_phone,email}. */
public final class DirectoryReader {

    private static final List<String> COLUMNS =
            List.of("team_id", "team_name", "office_hours_phone", "emergency_phone", "email");

    /** As people write them: {@code 01926 414144}, {@code +44 (0)1926 414144 ext. 12}. */
    private static final Pattern PHONE =
            Pattern.compile("(?:(?:0|\\+[0-9]|\\(0)[0-9 ()./-]{8,24}|[19][0-9]{2,5})( ?(x|ext\\.?) ?[0-9]{1,6})?");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,}");

    private final FlatFile file;

    /** @param columns the council's names for columns of ours, canonical name to actual name */
    public DirectoryReader(Map<String, String> columns) {
        this.file = new FlatFile("directory", new ColumnNames(COLUMNS, columns), List.of("team_id"));
    }

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String name, ByteSource bytes, RowSink<DirectoryRow, E> sink)
            throws DamagedFileException, E {
        file.read(name, bytes, Optional.empty(), DirectoryReader::row, sink);
    }

    private static DirectoryRow row(FlatFile.Fields fields) {
        return new DirectoryRow(
                fields.required("team_id"),
                fields.optional("team_name"),
                phone(fields, "office_hours_phone"),
                phone(fields, "emergency_phone"),
                fields.optional("email").map(DirectoryReader::email),
                fields.source());
    }

    private static Optional<String> phone(FlatFile.Fields fields, String column) {
        Optional<String> phone = fields.optional(column).map(p -> p.replaceAll("\\s+", " "));
        if (phone.filter(p -> !PHONE.matcher(p).matches()).isPresent()) {
            throw new BadRow(
                    column,
                    "BAD_PHONE",
                    "The phone number is not one, or lost its leading zero. Write it like 01926 414144, as text.");
        }
        return phone;
    }

    private static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new BadRow("email", "BAD_EMAIL", "The e-mail address is not one. Correct it, or leave it empty.");
        }
        return text;
    }
}
