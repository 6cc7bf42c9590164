package uk.gov.warwickshire.mappings.source.csv;

import de.siegmar.fastcsv.reader.CsvRecord;

/** A line below the header: as many fields as the header names, or not. */
public sealed interface CsvLine {

    /** Where the row begins in its file, the header being line 1; a quoted field may hold more line ends. */
    long line();

    /** A row that fits its header. */
    record Row(CsvRecord fields) implements CsvLine {
        @Override
        public long line() {
            return fields.getStartingLineNumber();
        }

        /** The field without surrounding space; empty if it was blank or the text {@code NULL} of a database export. */
        public String value(int column) {
            return CsvText.clean(fields.getField(column));
        }
    }

    /** A row with more or fewer fields than the header: no field of it can be trusted to stand in its column. */
    record Ragged(CsvRecord fields) implements CsvLine {
        @Override
        public long line() {
            return fields.getStartingLineNumber();
        }

        /** The field that stands there, a guess at best; empty if the row is too short. */
        public String value(int column) {
            return column < fields.getFieldCount() ? CsvText.clean(fields.getField(column)) : "";
        }
    }
}
