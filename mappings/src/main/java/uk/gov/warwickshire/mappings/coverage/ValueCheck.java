package uk.gov.warwickshire.mappings.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ConceptMap;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.source.Postcodes;
import uk.gov.warwickshire.mappings.source.SourceDates;
import uk.gov.warwickshire.mappings.source.SourceFlags;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.code.CodeLists;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.trace.ColumnKind;
import uk.gov.warwickshire.mappings.trace.MappedColumn;
import uk.gov.warwickshire.mappings.trace.MappingExample;
import uk.gov.warwickshire.profiles.ProfilePackage;
import uk.gov.warwickshire.profiles.Translation;

/** Judges single values with the readers and ConceptMaps that intake uses. */
final class ValueCheck {

    private final ReadOptions options;
    private final CodeLists codes;
    private final ProfilePackage profiles;
    private final Map<String, MappingExample> examples;

    ValueCheck(ReadOptions options, ProfilePackage profiles, Map<String, MappingExample> examples) {
        this.options = options;
        this.codes = CodeLists.STANDARD.with(options.localCodes());
        this.profiles = profiles;
        this.examples = examples;
    }

    /** The ConceptMaps that a column's values were seen to go through. */
    List<Map.Entry<String, Translation>> translations(MappedColumn column) {
        return Optional.ofNullable(examples.get(column.name()))
                .map(MappingExample::conceptMaps)
                .orElse(List.of())
                .stream()
                .map(id -> Map.entry(id, Translation.of(profiles.resource(ConceptMap.class, id))))
                .toList();
    }

    Verdict of(MappedColumn column, List<Map.Entry<String, Translation>> translations, String value) {
        return switch (column.kind()) {
            case DATE -> date(value);
            case FLAG -> when(SourceFlags.parse(value).isPresent());
            case CODE -> code(column.codeList().orElseThrow(), translations, value);
            case ROLE -> translated(translations, value.strip().toLowerCase(Locale.ROOT), value, false);
            case POSTCODE -> when(Postcodes.normalise(value).isPresent());
            case NHS_NUMBER -> when(NhsNumber.parse(value).isPresent());
            case FACTORS_JSON -> factors(value);
            default -> Verdict.MAPPED;
        };
    }

    static boolean isOfStagedValue(MappedColumn column) {
        return column.kind() == ColumnKind.FACTORS_JSON;
    }

    /** The first factor without an entry: a code of a later list, or a question mark for what was no code. */
    private Verdict factors(String staged) {
        return Arrays.stream(staged.split(" "))
                .filter(factor -> !factor.isEmpty())
                .filter(factor ->
                        codes.codeOf(CodeList.ASSESSMENT_FACTOR, factor).isEmpty())
                .findFirst()
                .map(factor -> Verdict.unlisted(name(CodeList.ASSESSMENT_FACTOR), factor))
                .orElse(Verdict.MAPPED);
    }

    private Verdict date(String value) {
        Optional<LocalDate> date = SourceDates.parse(value);
        return date.filter(options.sentinels()::contains).isPresent()
                ? Verdict.OPEN
                : when(date.filter(SourceDates::isPlausible).isPresent());
    }

    private Verdict code(CodeList list, List<Map.Entry<String, Translation>> translations, String value) {
        return codes.codeOf(list, value)
                .map(code -> translated(translations, code, code, true))
                .orElseGet(() -> Verdict.unlisted(name(list), value));
    }

    private static Verdict translated(
            List<Map.Entry<String, Translation>> translations, String code, String shownAs, boolean national) {
        return translations.stream()
                .filter(map -> map.getValue().translate(code).isEmpty())
                .findFirst()
                .map(map -> Verdict.untranslated(map.getKey(), shownAs, national))
                .orElse(Verdict.MAPPED);
    }

    private static Verdict when(boolean readable) {
        return readable ? Verdict.MAPPED : Verdict.UNREADABLE;
    }

    private static String name(CodeList list) {
        return list.name().toLowerCase(Locale.ROOT);
    }
}
