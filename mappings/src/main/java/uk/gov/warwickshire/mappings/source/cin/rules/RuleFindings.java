package uk.gov.warwickshire.mappings.source.cin.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.cin.CensusModule;

/** Which rules are broken where: one finding for each rule, line and field. For one thread. */
public final class RuleFindings {

    private record Broken(Rule rule, CensusModule module, long line, String field) {}

    private final Set<Broken> broken = new LinkedHashSet<>();

    /** @param field the element the finding is about */
    void add(String code, CensusModule module, long line, String field) {
        broken.add(new Broken(RuleBook.PUBLISHED.rule(code), module, line, field));
    }

    void addIf(boolean isBroken, String code, CensusModule module, long line, String field) {
        if (isBroken) {
            add(code, module, line, field);
        }
    }

    /** Lines of the report, about this child where one is named. */
    public List<Rejection> lines(String file, Optional<String> childId) {
        return broken.stream()
                .map(b -> new Rejection(
                        new SourceRow(file, b.module().element(), b.line()),
                        childId,
                        Optional.of(b.field()),
                        b.rule().severity(),
                        b.rule().code(),
                        b.rule().message()))
                .toList();
    }
}
