package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/**
 * One module while it is read, by the same rule as a row of the dataset. A value that cannot be read marks the module as
 * rejected and reads as empty; whoever builds something of it throws it away then.
 */
final class ModuleReader {

    private static final Period UNREADABLE = new Period(Optional.empty(), Optional.empty());
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final CensusModule module;
    private final long line;
    private final CensusContext context;
    private boolean rejected;

    ModuleReader(CensusModule module, long line, CensusContext context) {
        this.module = module;
        this.line = line;
        this.context = context;
    }

    /** What was built, unless a value of it could not be read. */
    <T> Optional<T> unlessRejected(T built) {
        return rejected ? Optional.empty() : Optional.of(built);
    }

    SourceRow source() {
        return context.findings().source(module, line);
    }

    /** Empty also for a date that stands for "open". */
    Optional<LocalDate> date(Optional<CensusValue> value, String field) {
        Optional<LocalDate> date = value.flatMap(CensusValue::date);
        if (date.filter(context.options().sentinels()::contains).isPresent()) {
            return Optional.empty();
        }
        boolean plausible =
                date.filter(d -> !d.isBefore(EARLIEST) && !d.isAfter(LATEST)).isPresent();
        if (value.isPresent() && !plausible) {
            reject(field, "BAD_DATE", "The element holds no date. Correct it at the source, as 2026-04-01.");
            return Optional.empty();
        }
        return date;
    }

    /**
     * From a first to a last day; where the child's status hangs on the module, there must be a first. A last day that
     * lies ahead reads as open, as in the dataset; no return can know of it.
     */
    Period period(Optional<CensusValue> first, String firstField, Optional<CensusValue> last, String lastField) {
        Optional<LocalDate> start = date(first, firstField);
        Optional<LocalDate> end = date(last, lastField);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            reject(lastField, "END_BEFORE_START", "It ends before it starts. Correct one of the dates at the source.");
            return UNREADABLE;
        }
        if (start.isEmpty() && !rejected) {
            String message = "The start date is missing. Enter it at the source.";
            if (module.isSafetyCritical()) {
                reject(firstField, "MISSING_DATE", message);
            } else {
                warn(firstField, "MISSING_DATE", message);
            }
        }
        return new Period(start, end.filter(day -> hasCome(lastField, day)));
    }

    private boolean hasCome(String field, LocalDate end) {
        boolean ahead = end.isAfter(context.options().today());
        if (ahead && module.isSafetyCritical()) {
            warn(
                    field,
                    "END_AHEAD",
                    "The end lies ahead: it counts as open until a later return. Correct it at the source if it is a slip.");
        }
        return !ahead;
    }

    Optional<Coded> coded(Optional<CensusValue> value, String field, CodeList list) {
        return value.map(v -> {
            Coded coded = context.codes().read(list, v.text());
            if (coded.code().isEmpty()) {
                warn(
                        field,
                        "UNKNOWN_CODE",
                        "The value is not in the national code list and is passed on as text. Map it in the ConceptMap local-codes.");
            }
            return coded;
        });
    }

    Optional<Boolean> flag(Optional<CensusValue> value, String field) {
        Optional<Boolean> read = value.flatMap(CensusFlag::read);
        if (value.isPresent() && read.isEmpty()) {
            warn(field, "UNKNOWN_CODE", "The element is neither yes nor no and was read as empty. Use 1 or 0.");
        }
        return read;
    }

    void reject(String field, String code, String message) {
        rejected = true;
        context.findings().reject(module, line, field, code, message);
    }

    void warn(String field, String code, String message) {
        context.findings().warn(module, line, field, code, message);
    }
}
