package uk.gov.warwickshire.mappings.trace;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.gov.warwickshire.mappings.cases.GoldenCase;
import uk.gov.warwickshire.mappings.fhir.MappingSettings;
import uk.gov.warwickshire.mappings.fhir.SocialCareRecordMapper;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** Every golden case traced, once for all tests of this package. */
final class Traces {

    /** A case with its elements and the effects of its cells. */
    record Traced(GoldenCase golden, MappedChild mapped, Map<Cell, Set<Effect>> effects) {}

    static final ProfilePackage PROFILES =
            ProfilePackage.load(FhirContext.forR4Cached(), ProfilePackage.PUBLISHED_BASE);
    static final SocialCareRecordMapper MAPPER = new SocialCareRecordMapper(
            new MappingSettings(
                    ProfilePackage.PUBLISHED_BASE,
                    "TEST01",
                    "Testshire County Council",
                    "937",
                    Optional.of("01926 555000"),
                    Optional.of("01926 555001")),
            PROFILES);
    static final SourceTrace TRACE = new SourceTrace(GoldenCase.READER, MAPPER, MappingRegister.STANDARD);

    static final List<Traced> ALL = GoldenCase.all().stream().map(Traces::trace).toList();

    private Traces() {}

    /** What each column was seen to have an effect on, by {@code table.column}. */
    static Map<String, Set<String>> seen() {
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (Traced one : ALL) {
            one.effects()
                    .forEach((cell, effects) -> effects.forEach(effect -> seen.computeIfAbsent(
                                    cell.table() + "." + cell.column(), c -> new java.util.TreeSet<>())
                            .add(effect.element())));
        }
        return seen;
    }

    private static Traced trace(GoldenCase golden) {
        MappedChild mapped =
                TRACE.mapped(golden.source(), UnaryOperator.identity()).orElseThrow();
        return new Traced(golden, mapped, TRACE.effects(golden.source()));
    }
}
