package uk.gov.warwickshire.mappings.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.csv.CsvFile;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;
import uk.gov.warwickshire.mappings.source.csv.CsvLine;

/**
 * Reads a CSV file of one of our own kinds: each row becomes a typed record, or a finding that says why not.
 *
 * @param kind what findings call the file kind
 * @param required columns without which the file is refused
 */
public record FlatFile(String kind, ColumnNames names, List<String> required) {

    /** Thrown by a row's parser: the row cannot be used. */
    public static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String column;
        private final String code;

        /** @param message one sentence with the remedy, without any value of the row */
        public BadRow(String column, String code, String message) {
            super(message, null, false, false);
            this.column = column;
            this.code = code;
        }
    }

    /** One row, its values by our column names. */
    public interface Fields {
        /** Empty text if blank or not delivered. */
        String get(String column);

        SourceRow source();

        /** @throws BadRow if it is blank */
        default String required(String column) {
            String value = get(column);
            if (value.isEmpty()) {
                throw new BadRow(column, "MISSING_VALUE", "The field is empty and must not be. Fill it in.");
            }
            return value;
        }

        default Optional<String> optional(String column) {
            return Optional.of(get(column)).filter(v -> !v.isEmpty());
        }
    }

    /**
     * @param parse builds the record or throws {@link BadRow}
     * @param childIdColumn our name of the column with the council's child id, if the file has one
     */
    public <T, E extends Exception> void read(
            String file,
            ByteSource bytes,
            Optional<String> childIdColumn,
            Function<Fields, T> parse,
            RowSink<T, E> sink)
            throws DamagedFileException, E {
        try (CsvFile csv = CsvFile.open(file, bytes, CsvLimits.DEFAULT)) {
            ColumnNames.Columns columns = names.in(csv.header(), file, required);
            for (Optional<CsvLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                SourceRow source = new SourceRow(file, kind, line.get().line());
                if (line.get() instanceof CsvLine.Row row) {
                    Fields fields = fields(columns, row, source);
                    deliver(fields, childIdColumn.map(fields::get).filter(id -> !id.isEmpty()), parse, sink);
                } else {
                    sink.finding(new Rejection(
                            source,
                            Optional.empty(),
                            Optional.empty(),
                            Severity.ROW_REJECTED,
                            "RAGGED_ROW",
                            "The row has more or fewer fields than the header. Quote fields that hold commas."));
                }
            }
        }
    }

    private <T, E extends Exception> void deliver(
            Fields fields, Optional<String> childId, Function<Fields, T> parse, RowSink<T, E> sink) throws E {
        T row;
        try {
            row = parse.apply(fields);
        } catch (BadRow bad) {
            sink.finding(new Rejection(
                    fields.source(),
                    childId,
                    Optional.of(names.nameOf(bad.column)),
                    Severity.ROW_REJECTED,
                    bad.code,
                    String.valueOf(bad.getMessage())));
            return;
        }
        sink.row(row);
    }

    private static Fields fields(ColumnNames.Columns columns, CsvLine.Row row, SourceRow source) {
        return new Fields() {
            @Override
            public String get(String column) {
                return columns.value(row, column);
            }

            @Override
            public SourceRow source() {
                return source;
            }
        };
    }
}
