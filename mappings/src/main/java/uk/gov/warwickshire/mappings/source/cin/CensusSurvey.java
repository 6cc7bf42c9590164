package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/**
 * What a first pass over a whole file has shown: that it can be read to its end, whose return it is, and what a rule
 * about one child must know of the others.
 *
 * @param file name of the file
 * @param header its line at least
 * @param findings about the file and the return, not about a child
 */
public record CensusSurvey(
        String file,
        CensusHeader header,
        CensusPeriod period,
        long children,
        SeenKeys.Repeated repeatedIds,
        SeenKeys.Repeated repeatedUpns,
        List<Rejection> findings) {
    public CensusSurvey {
        findings = List.copyOf(findings);
    }

    static List<Rejection> findings(CensusOutline outline, List<Rejection> rules) {
        List<Rejection> findings = new ArrayList<>(rules);
        outline.notes().forEach(note -> findings.add(line(outline.file(), Optional.empty(), note)));
        findings.addAll(outline.unknown());
        return findings;
    }

    static Rejection line(String file, Optional<String> childId, ShapeNote note) {
        return new Rejection(
                new SourceRow(file, note.module().element(), note.line()),
                childId,
                Optional.of(note.field()).filter(f -> !f.isEmpty()),
                note.critical() ? Rejection.Severity.CHILD_REJECTED : Rejection.Severity.WARNING,
                note.code(),
                note.message());
    }
}
