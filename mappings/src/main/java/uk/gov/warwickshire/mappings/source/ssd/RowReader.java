package uk.gov.warwickshire.mappings.source.ssd;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.SourceDates;
import uk.gov.warwickshire.mappings.source.SourceFlags;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/**
 * One row while it is read. A value that cannot be read marks the row as rejected and reads as empty; whoever builds
 * something of the row throws it away then.
 */
final class RowReader {

    private static final Period UNREADABLE = new Period(Optional.empty(), Optional.empty());

    private final SsdRow row;
    private final List<String> values;
    private final ReadContext context;
    private boolean rejected;

    RowReader(SsdRow row, ReadContext context) {
        this.row = row;
        this.values = row.values();
        this.context = context;
    }

    boolean isRejected() {
        return rejected;
    }

    String id() {
        return values.get(0);
    }

    SourceRow source() {
        return row.source();
    }

    SsdRow row() {
        return row;
    }

    Optional<String> text(String column) {
        String value = values.get(row.table().position(column));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Empty for a blank field and for a date that stands for "open"; rejects the row if the text is no date. */
    Optional<LocalDate> date(String column) {
        Optional<String> text = text(column);
        Optional<LocalDate> date = text.flatMap(SourceDates::parse);
        if (date.filter(context.options().sentinels()::contains).isPresent()) {
            return Optional.empty();
        }
        boolean plausible = date.filter(SourceDates::isPlausible).isPresent();
        if (text.isPresent() && !plausible) {
            reject(column, "BAD_DATE", "The field is no date. Correct it at the source, as 2026-04-01 or 01/04/2026.");
            return Optional.empty();
        }
        return date;
    }

    /**
     * From a first to a last day; where the child's status hangs on the table, there must be a first. A last day that
     * lies ahead reads as open: nothing is over before that day, whether it is a plan's, a placement's or a slip of the
     * key. {@link SsdChildRows#endsAhead} tells when to read again.
     */
    Period period(String startColumn, String endColumn) {
        if (!row.table().ends().contains(row.table().position(endColumn))) {
            throw new IllegalArgumentException(endColumn + " is not marked as an end");
        }
        boolean filled = text(startColumn).isPresent();
        Optional<LocalDate> start = date(startColumn);
        Optional<LocalDate> end = date(endColumn);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            reject(
                    endColumn,
                    "END_BEFORE_START",
                    "The row ends before it starts. Correct one of the dates at the source.");
            return UNREADABLE;
        }
        if (start.isEmpty() && !rejected && row.table().isSocialCare()) {
            String message = filled
                    ? "The start date stands for an unknown one. Enter the date at the source."
                    : "The start date is missing. Enter it at the source.";
            if (row.table().isSafetyCritical()) {
                reject(startColumn, "MISSING_DATE", message);
            } else {
                warn(startColumn, "MISSING_DATE", message);
            }
        }
        return new Period(start, end.filter(day -> hasCome(endColumn, day)));
    }

    private boolean hasCome(String endColumn, LocalDate end) {
        boolean ahead = end.isAfter(context.options().today());
        if (ahead && row.table().isSafetyCritical()) {
            warn(
                    endColumn,
                    "END_AHEAD",
                    "The end lies ahead: until that day the row counts as open. Correct it at the source if it is a slip.");
        }
        return !ahead;
    }

    Optional<Boolean> flag(String column) {
        Optional<String> text = text(column);
        Optional<Boolean> flag = text.flatMap(SourceFlags::parse);
        if (text.isPresent() && flag.isEmpty()) {
            warn(column, "UNKNOWN_CODE", "The field is neither yes nor no and was read as empty. Use Y or N.");
        }
        return flag;
    }

    Optional<Coded> coded(String column, CodeList list) {
        return text(column).map(text -> {
            Coded coded = context.codes().read(list, text);
            if (coded.code().isEmpty()) {
                warnUnknownCode(column);
            }
            return coded;
        });
    }

    void warnUnknownCode(String column) {
        warn(
                column,
                "UNKNOWN_CODE",
                "The value is not in the national code list and is passed on as text. Map it in the ConceptMap local-codes.");
    }

    /** The id of another row of this child; dropped if there is no such row. */
    Optional<String> link(String column, SsdTable target) {
        return text(column).filter(id -> known(column, context.has(target, id)));
    }

    Optional<String> professional(String column) {
        return text(column).filter(id -> known(column, context.useProfessional(id)));
    }

    Optional<String> team(String column) {
        return text(column).filter(id -> known(column, context.useTeam(id)));
    }

    private boolean known(String column, boolean known) {
        if (!known) {
            warn(
                    column,
                    "ORPHAN_REFERENCE",
                    "The field names a row that was not delivered; the link was left out. Deliver that row too.");
        }
        return known;
    }

    void reject(String column, String code, String message) {
        rejected = true;
        context.findings().rejectRow(row, Optional.of(column), code, message);
    }

    void warn(String column, String code, String message) {
        context.findings().warn(row, column, code, message);
    }
}
