package uk.gov.warwickshire.mappings.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import uk.gov.warwickshire.mappings.record.SourceRow;

/**
 * Where the resources came from, to UKCore-Provenance: one for each category and person, because a single one would
 * tell every reader which tables the child is in.
 */
final class ProvenanceMapper {

    private record Group(Category category, Optional<String> aboutPerson) {}

    void addTo(RecordBuilder builder, ChildContext context) {
        Map<Group, List<RecordBuilder.Sourced>> groups = builder.sourced().stream()
                .filter(sourced -> !sourced.mapped().isDirectory())
                .collect(Collectors.groupingBy(
                        sourced -> new Group(
                                sourced.mapped().category(), sourced.mapped().aboutPerson()),
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
                group.category().code() + group.aboutPerson().map(p -> "|" + p).orElse("");
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
        rows(sourced).forEach((table, rows) -> provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(context.systems().id("extract"))
                                .setValue(table + ":" + rows))));
        return provenance;
    }

    /** `ssd.zip/ssd_cp_plans` to `3,7`. */
    private static Map<String, String> rows(List<RecordBuilder.Sourced> sourced) {
        Map<String, TreeSet<Long>> rows = new TreeMap<>();
        for (RecordBuilder.Sourced one : sourced) {
            for (SourceRow row : one.rows()) {
                rows.computeIfAbsent(row.file() + "/" + row.table(), table -> new TreeSet<>())
                        .add(row.row());
            }
        }
        Map<String, String> joined = new TreeMap<>();
        rows.forEach((table, numbers) ->
                joined.put(table, numbers.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return joined;
    }
}
