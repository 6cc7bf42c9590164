package uk.gov.warwickshire.gateway.ops.cli;

import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import uk.gov.warwickshire.mappings.coverage.ColumnCoverage;
import uk.gov.warwickshire.mappings.coverage.CoverageReport;
import uk.gov.warwickshire.mappings.coverage.ShownValue;
import uk.gov.warwickshire.mappings.coverage.TableCoverage;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * The ConceptMap {@code local-codes} in force, with an element more for each value of an extract that no national list
 * knows. As printed it changes nothing: somebody who knows what a value means puts the code in the place of
 * {@code unmatched}.
 */
final class LocalCodesDraft {

    private LocalCodesDraft() {}

    static String of(CoverageReport report, ProfilePackage profiles) {
        ConceptMap draft = profiles.resource(ConceptMap.class, "local-codes").copy();
        for (TableCoverage table : report.tables()) {
            for (ColumnCoverage column : table.columns()) {
                for (ShownValue value : column.values()) {
                    list(value)
                            .ifPresent(list -> add(
                                    group(draft, list, profiles),
                                    value,
                                    "%s.%s, %,d rows".formatted(table.table(), column.column(), value.rows())));
                }
            }
        }
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(draft);
    }

    /** Empty for a national code that another map has no target for: that is no matter of spelling. */
    private static Optional<CodeList> list(ShownValue value) {
        return Arrays.stream(CodeList.values())
                .filter(list -> list.name().toLowerCase(Locale.ROOT).equals(value.missingIn()))
                .filter(list -> list != CodeList.ASSESSMENT_FACTOR) // read by code alone
                .findFirst();
    }

    private static ConceptMapGroupComponent group(ConceptMap draft, CodeList list, ProfilePackage profiles) {
        String target = profiles.resource(CodeSystem.class, list.codeSystem()).getUrl();
        return draft.getGroup().stream()
                .filter(group -> target.equals(group.getTarget()))
                .findFirst()
                .orElseGet(() -> draft.addGroup()
                        .setSource(profiles.baseUri() + "/CodeSystem/local-" + list.codeSystem())
                        .setTarget(target));
    }

    private static void add(ConceptMapGroupComponent group, ShownValue value, String comment) {
        if (group.getElement().stream().noneMatch(element -> value.value().equals(element.getCode()))) {
            group.addElement()
                    .setCode(value.value())
                    .addTarget()
                    .setEquivalence(ConceptMapEquivalence.UNMATCHED)
                    .setComment(comment);
        }
    }
}
