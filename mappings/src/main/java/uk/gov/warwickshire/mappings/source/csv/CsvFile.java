package uk.gov.warwickshire.mappings.source.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/**
 * A CSV file opened for one pass: with or without byte order mark, UTF-8, UTF-16 or Windows-1252, any line ends, comma,
 * semicolon, tab or bar between fields. Blank lines are skipped. Whatever the bytes, nothing is thrown but
 * {@link DamagedFileException}. Not for use by several threads.
 */
public final class CsvFile implements AutoCloseable {

    private static final Pattern LINE_OF_MESSAGE = Pattern.compile("line (\\d+)");

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final CsvHeader header;

    private CsvFile(String name, CsvReader<CsvRecord> reader) throws DamagedFileException {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = readHeader();
    }

    /** @param name how findings call the file */
    public static CsvFile open(String name, ByteSource source, CsvLimits limits) throws DamagedFileException {
        try {
            TextEncoding encoding = TextEncoding.detect(name, source);
            char separator = separatorOf(source, encoding);
            CsvReader<CsvRecord> reader = reader(textOf(source, encoding), separator, limits);
            try {
                return new CsvFile(name, reader);
            } catch (DamagedFileException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    public CsvHeader header() {
        return header;
    }

    /** The next line; empty after the last. */
    public Optional<CsvLine> next() throws DamagedFileException {
        CsvRecord found = nextRecord();
        if (found == null) {
            return Optional.empty();
        }
        boolean fits = found.getFieldCount() == header.names().size();
        return Optional.of(fits ? new CsvLine.Row(found) : new CsvLine.Ragged(found));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRecord nextRecord() throws DamagedFileException {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                if (!isBlank(found)) {
                    return found;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw damaged(e);
        } catch (UncheckedIOException e) {
            throw unreadable(name);
        }
    }

    private CsvHeader readHeader() throws DamagedFileException {
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new DamagedFileException(
                    name, "the file is empty: it has no header", "Export it again with column names in the first line");
        }
        try {
            return new CsvHeader(first.getFields());
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(
                    name,
                    OptionalLong.of(first.getStartingLineNumber()),
                    "two columns have the same name",
                    "Export it again with each column once");
        }
    }

    private DamagedFileException damaged(CsvParseException e) {
        if (e.getCause() instanceof IOException) {
            return unreadable(name);
        }
        // Only the line is taken from the parser's message: the rest may repeat what the file holds.
        Matcher line = LINE_OF_MESSAGE.matcher(String.valueOf(e.getMessage()));
        return new DamagedFileException(
                name,
                line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty(),
                "a row cannot be read: a quote is not closed or not doubled, or a field or row is too long",
                "Export the file again with quotes doubled inside quoted fields");
    }

    /** Lines of nothing but separators, as spreadsheets leave them below the data. */
    private static boolean isBlank(CsvRecord found) {
        for (int i = 0; i < found.getFieldCount(); i++) {
            if (!found.getField(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator, CsvLimits limits) {
        CsvRecordHandler handler = CsvRecordHandler.of(h -> h.maxFieldSize(limits.fieldCharacters())
                .maxRecordSize(limits.rowCharacters())
                .maxFields(limits.columns()));
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(limits.rowCharacters() * 2, 64 * 1024))
                .build(handler, text);
    }

    private static char separatorOf(ByteSource source, TextEncoding encoding) throws IOException {
        try (BufferedReader text = new BufferedReader(textOf(source, encoding))) {
            char[] start = new char[8192];
            int length = Math.max(0, text.read(start));
            String line = new String(start, 0, length).stripLeading().split("\\R", 2)[0];
            if (line.indexOf(',') < 0) {
                for (char c : new char[] {';', '\t', '|'}) {
                    if (line.indexOf(c) > 0) {
                        return c;
                    }
                }
            }
            return ',';
        }
    }

    private static Reader textOf(ByteSource source, TextEncoding encoding) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.markBytes());
        return new InputStreamReader(in, encoding.charset());
    }

    private static DamagedFileException unreadable(String name) {
        return new DamagedFileException(name, "the file cannot be read to its end", "Deliver it again");
    }
}
