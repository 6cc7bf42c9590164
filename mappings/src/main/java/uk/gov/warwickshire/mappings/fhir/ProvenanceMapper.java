package uk.gov.warwickshire.mappings.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import uk.gov.warwickshire.mappings.record.Source;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.Supplement;

/**
 * Where the resources came from, to UKCore-Provenance: one for each category, person and mix of sources, because a
 * single one would tell every reader which tables the child is in, and not which source a resource is from.
 */
final class ProvenanceMapper {

    private record Group(Category category, Optional<String> aboutPerson, Origins origins) {}

    /** Which sources a resource is from. A resource without rows counts as the dataset's. */
    private enum Origins {
        DATASET(""),
        CENSUS("|cin-census"),
        BOTH("|ssd|cin-census");

        private final String key;

        Origins(String key) {
            this.key = key;
        }
    }

    void addTo(RecordBuilder builder, ChildContext context) {
        Map<Group, List<RecordBuilder.Sourced>> groups = builder.sourced().stream()
                .filter(sourced -> !sourced.mapped().isDirectory())
                .collect(Collectors.groupingBy(
                        sourced -> new Group(
                                sourced.mapped().category(), sourced.mapped().aboutPerson(), origins(sourced, context)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((group, sourced) -> {
            Provenance provenance = map(context, group, sourced);
            group.aboutPerson()
                    .ifPresentOrElse(
                            person -> builder.addAboutPerson(group.category(), person, provenance),
                            () -> builder.add(group.category(), provenance));
        });
    }

    private static Provenance map(ChildContext context, Group group, List<RecordBuilder.Sourced> sourced) {
        String key =
                group.category().code() + group.aboutPerson().map(p -> "|" + p).orElse("") + group.origins().key;
        Provenance provenance = context.identified(new Provenance(), context.id("provenance", key));
        // target
        for (RecordBuilder.Sourced one : sourced) {
            provenance.addTarget(
                    new Reference(one.mapped().type() + "/" + one.mapped().id()));
        }
        // recorded: when it was stored is each resource's meta.lastUpdated; a time here would change with every run
        InstantType recorded = new InstantType();
        recorded.addExtension(Systems.DATA_ABSENT, new CodeType("unknown"));
        provenance.setRecordedElement(recorded);
        // agent
        provenance
                .addAgent()
                .setType(Elements.concept(Systems.PROVENANCE_AGENT, "author", "Author"))
                .setWho(context.council());
        // entity
        Map<String, TreeSet<String>> supplied = supplied(sourced, context);
        rows(sourced, context).forEach((table, rows) -> provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(what(context, table + ":" + rows, supplied.getOrDefault(table, new TreeSet<>()))));
        return provenance;
    }

    /** Of a source that supplied only some elements of a resource, which. */
    private static Reference what(ChildContext context, String rows, TreeSet<String> elements) {
        Reference what = new Reference()
                .setIdentifier(new Identifier()
                        .setSystem(context.systems().id("extract"))
                        .setValue(rows));
        return elements.isEmpty() ? what : what.setDisplay("supplied " + String.join(", ", elements));
    }

    private static Origins origins(RecordBuilder.Sourced sourced, ChildContext context) {
        Set<Source> sources = Stream.concat(
                        sourced.rows().stream(), supplements(sourced, context).map(Supplement::from))
                .map(Source::of)
                .collect(Collectors.toSet());
        if (!sources.contains(Source.CIN_CENSUS)) {
            return Origins.DATASET;
        }
        return sources.contains(Source.SSD) ? Origins.BOTH : Origins.CENSUS;
    }

    private static Stream<Supplement> supplements(RecordBuilder.Sourced sourced, ChildContext context) {
        return context.child().supplements().stream().filter(s -> sourced.rows().contains(s.of()));
    }

    private static Map<String, TreeSet<String>> supplied(List<RecordBuilder.Sourced> sourced, ChildContext context) {
        Map<String, TreeSet<String>> elements = new TreeMap<>();
        sourced.stream().flatMap(one -> supplements(one, context)).forEach(s -> elements.computeIfAbsent(
                        table(s.from()), table -> new TreeSet<>())
                .add(s.element()));
        return elements;
    }

    /** `ssd.zip/ssd_cp_plans` to `3,7`. */
    private static Map<String, String> rows(List<RecordBuilder.Sourced> sourced, ChildContext context) {
        Map<String, TreeSet<Long>> rows = new TreeMap<>();
        for (RecordBuilder.Sourced one : sourced) {
            Stream.concat(one.rows().stream(), supplements(one, context).map(Supplement::from))
                    .forEach(row -> rows.computeIfAbsent(table(row), table -> new TreeSet<>())
                            .add(row.row()));
        }
        Map<String, String> joined = new TreeMap<>();
        rows.forEach((table, numbers) ->
                joined.put(table, numbers.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return joined;
    }

    private static String table(SourceRow row) {
        return row.file() + "/" + row.table();
    }
}
