package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.cin.rules.ChildRules;
import uk.gov.warwickshire.mappings.source.cin.rules.HeaderRules;
import uk.gov.warwickshire.mappings.source.cin.rules.ReturnFigures;
import uk.gov.warwickshire.mappings.source.cin.rules.ReturnedChild;
import uk.gov.warwickshire.mappings.source.cin.rules.RuleFindings;

/**
 * Reads a census in passes, each in constant memory but for eight bytes for each id: {@link #survey} first, so that
 * nothing of a damaged file takes effect, then {@link #children}. Safe for many threads.
 */
public final class CensusReader {

    private static final String CENSUS = "CIN";

    private final CensusFile files;

    public CensusReader() {
        this(CensusLimits.DEFAULT);
    }

    public CensusReader(CensusLimits limits) {
        this.files = new CensusFile(limits);
    }

    /** Takes the children in the order of the file. */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        void child(DeliveredChild child) throws E;
    }

    /** @throws DamagedFileException with line and column, if the file cannot be read to its end or is no census */
    public CensusSurvey survey(String file, ByteSource bytes) throws DamagedFileException {
        Counting counting = new Counting();
        CensusOutline outline = files.read(file, bytes, counting);
        CensusHeader header = outline.header()
                .orElseThrow(() -> new DamagedFileException(
                        file, "it has no header, so nobody knows of which year it is", "Export the file again, whole"));
        CensusPeriod period = period(file, header);
        RuleFindings found = new RuleFindings();
        HeaderRules.check(header, found);
        ReturnFigures figures = figures(file, bytes, period, counting, outline);
        figures.judge(header.line(), found);
        return new CensusSurvey(
                file,
                header,
                period,
                outline.children(),
                counting.ids.repeated(),
                counting.upns.repeated(),
                CensusSurvey.findings(outline, found.lines(file, Optional.empty())));
    }

    /** Of a file whose header stands behind children they are counted in a pass of their own. */
    private ReturnFigures figures(
            String file, ByteSource bytes, CensusPeriod period, Counting counting, CensusOutline outline)
            throws DamagedFileException {
        Optional<ReturnFigures> counted = counting.figures.filter(f -> counting.counted == outline.children());
        if (counted.isPresent()) {
            return counted.get();
        }
        ReturnFigures figures = new ReturnFigures(period);
        files.<RuntimeException>read(file, bytes, parsed -> figures.count(parsed.child()));
        return figures;
    }

    /** What the first pass gathers. */
    private static final class Counting implements CensusFile.Sink<RuntimeException> {
        private final SeenKeys ids = new SeenKeys();
        private final SeenKeys upns = new SeenKeys();
        private Optional<ReturnFigures> figures = Optional.empty();
        private long counted;

        @Override
        public void header(CensusHeader header) {
            figures = header.period().map(ReturnFigures::new);
        }

        @Override
        public void child(ParsedChild parsed) {
            parsed.child().childId().ifPresent(ids::add);
            parsed.child().identifiers().upn().ifPresent(upn -> upns.add(upn.text()));
            figures.ifPresent(f -> {
                f.count(parsed.child());
                counted++;
            });
        }
    }

    private static CensusPeriod period(String file, CensusHeader header) throws DamagedFileException {
        if (header.collection().filter(c -> !c.text().equalsIgnoreCase(CENSUS)).isPresent()) {
            throw new DamagedFileException(
                    file, "it is the return of another collection", "Deliver the Child in Need Census");
        }
        return header.period()
                .orElseThrow(() -> new DamagedFileException(
                        file,
                        "its header names neither a reference date nor a year",
                        "Correct the header and deliver the file again"));
    }

    /** Hands over every child of a file that has been surveyed; the bytes must still be those. */
    public <E extends Exception> void children(CensusSurvey survey, ByteSource bytes, Sink<E> sink)
            throws DamagedFileException, E {
        files.read(survey.file(), bytes, parsed -> sink.child(delivered(survey, parsed)));
    }

    private static DeliveredChild delivered(CensusSurvey survey, ParsedChild parsed) {
        CensusChild child = parsed.child();
        Optional<String> id = child.childId();
        boolean repeated = id.filter(survey.repeatedIds()::contains).isPresent();
        boolean repeatedUpn = child.identifiers()
                .upn()
                .filter(upn -> survey.repeatedUpns().contains(upn.text()))
                .isPresent();
        List<Rejection> findings =
                new ArrayList<>(ChildRules.checkAll(new ReturnedChild(child, survey.period(), repeated, repeatedUpn))
                        .lines(survey.file(), id));
        parsed.notes().forEach(note -> findings.add(CensusSurvey.line(survey.file(), id, note)));
        if (id.isEmpty()) {
            findings.add(
                    leftOut(survey, child, id, "NO_CHILD_ID", "The child has no usable id. Enter its LA child id."));
        } else if (repeated) {
            findings.add(leftOut(
                    survey,
                    child,
                    id,
                    "REPEATED_CHILD",
                    "The file has several children of this id; what was known before stays. Leave the right one."));
        }
        boolean readable = findings.stream().noneMatch(f -> f.severity() == Rejection.Severity.CHILD_REJECTED);
        Optional<CensusEntry> entry = readable
                ? Optional.of(new CensusEntry(survey.file(), survey.period().end(), child))
                : Optional.empty();
        return new DeliveredChild(id, entry, repeated, findings, child.modules());
    }

    private static Rejection leftOut(
            CensusSurvey survey, CensusChild child, Optional<String> id, String code, String message) {
        return new Rejection(
                new SourceRow(
                        survey.file(),
                        CensusModule.CHILD_IDENTIFIERS.element(),
                        child.identifiers().line()),
                id,
                Optional.of("LAchildID"),
                Rejection.Severity.CHILD_REJECTED,
                code,
                message);
    }
}
