package uk.gov.warwickshire.mappings.source.choices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.ColumnNames;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.FlatFile;
import uk.gov.warwickshire.mappings.source.FlatFile.BadRow;
import uk.gov.warwickshire.mappings.source.NhsNumbers;
import uk.gov.warwickshire.mappings.source.RowSink;
import uk.gov.warwickshire.mappings.source.SourceDates;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow.Choice;

/**
 * Reads {@code nhs_number,choice,destination,given_by,from,until}. The same row twice arrives twice: keeping choices is
 * idempotent.
 */
public final class ChoiceReader {

    private static final List<String> COLUMNS =
            List.of("nhs_number", "choice", "destination", "given_by", "from", "until");
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final FlatFile file;
    private final boolean allowTestNumbers;

    /**
     * @param columns the council's names for columns of ours, canonical name to actual name
     * @param allowTestNumbers numbers from 9 000 000 000; never in live use
     */
    public ChoiceReader(Map<String, String> columns, boolean allowTestNumbers) {
        this.file = new FlatFile("choices", new ColumnNames(COLUMNS, columns), COLUMNS);
        this.allowTestNumbers = allowTestNumbers;
    }

    /** Reads the file once; every row arrives as a row or in a finding. */
    public <E extends Exception> void read(String name, ByteSource bytes, RowSink<ChoiceRow, E> sink)
            throws DamagedFileException, E {
        file.read(name, bytes, Optional.empty(), this::row, sink);
    }

    private ChoiceRow row(FlatFile.Fields fields) {
        Choice choice = choice(fields.required("choice"));
        Optional<String> destination = fields.optional("destination");
        if (choice == Choice.CONSENT && destination.isEmpty()) {
            throw new BadRow("destination", "MISSING_VALUE", "A consent holds for one destination. Name it.");
        }
        LocalDate from = date("from", fields.required("from"));
        Optional<LocalDate> until =
                fields.optional("until").map(text -> date("until", text)).filter(day -> !day.equals(OPEN));
        if (until.filter(day -> day.isBefore(from)).isPresent()) {
            throw new BadRow(
                    "until", "END_BEFORE_START", "The choice ends before it begins. Correct one of the dates.");
        }
        return new ChoiceRow(
                NhsNumbers.read(fields.required("nhs_number"), "nhs_number", allowTestNumbers),
                choice,
                destination,
                fields.required("given_by"),
                from,
                until,
                fields.source());
    }

    private static Choice choice(String text) {
        return Arrays.stream(Choice.values())
                .filter(c -> c.word().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new BadRow(
                        "choice",
                        "UNKNOWN_CODE",
                        "The choice is none of object-icr, consent and restrict. Use these words."));
    }

    private static LocalDate date(String column, String text) {
        return SourceDates.parse(text)
                .orElseThrow(() ->
                        new BadRow(column, "BAD_DATE", "The field is no date. Write it as 2026-04-01 or 01/04/2026."));
    }
}
