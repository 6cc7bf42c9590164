package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register as a document in Markdown, a table for each source table: {@code mappings/docs/mapping-tables.md}. */
public final class MappingTables {

    private static final String INTRODUCTION = """
            # Mapping tables

            Which FHIR elements each source column has an effect on, and which columns go nowhere and why. **Generated; do
            not edit.** The lines are declared in `mapping-register.csv` and held true by `MappingRegisterTest`: it puts other
            values into every cell of the golden cases, reads and maps again, and compares. What is declared must be
            seen, what is seen must be declared, and a column that is not mapped must change nothing. The rules behind
            the lines are in `mapping.md`.

            How to read it: `CarePlan[pathway-plan].author` is an element of the CarePlans whose identifier is of the
            kind `pathway-plan`; a type alone means that the column decides whether there is such a resource; `*` is
            every resource but those of the directory. A slice has a name: `identifier:upn`, `extension:family`,
            `output:child-seen`. Not listed, since they follow from the rest: ids and the display of references,
            Provenance (file, table and row of every resource), the tag `incomplete` (a row was rejected), and constants.

            *Codes* names the list by which the source is read, the code systems of what comes out, and in italics the
            ConceptMap between them.
            """;

    private MappingTables() {}

    public static String markdown(Collection<MappedColumn> columns, Map<String, MappingExample> examples) {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        Map<String, List<MappedColumn>> tables = columns.stream()
                .collect(Collectors.groupingBy(MappedColumn::table, LinkedHashMap::new, Collectors.toList()));
        tables.forEach((table, ofTable) -> {
            text.append("\n## ").append(table).append("\n\n");
            text.append("| column | FHIR elements | codes | example | remark |\n| --- | --- | --- | --- | --- |\n");
            for (MappedColumn column : ofTable) {
                text.append(line(column, Optional.ofNullable(examples.get(column.name()))));
            }
        });
        return text.toString();
    }

    private static String line(MappedColumn column, Optional<MappingExample> example) {
        String elements = column.isMapped() ? elements(column.elements()) : "*not mapped*";
        if (column.kind() == ColumnKind.OWNER) {
            elements = "*owner*";
        }
        return "| `" + column.column() + "` | " + elements + " | " + codes(column, example) + " | "
                + example.map(MappingTables::words).orElse("") + " | " + column.remark() + " |\n";
    }

    /** Elements of one resource together: {@code Flag[x]: period.end, status}. */
    private static String elements(List<String> elements) {
        Map<String, List<String>> byResource = new LinkedHashMap<>();
        for (String element : elements) {
            int end = element.indexOf('.');
            String resource = end < 0 ? element : element.substring(0, end);
            List<String> paths = byResource.computeIfAbsent(resource, r -> new ArrayList<>());
            if (end >= 0) {
                paths.add(element.substring(end + 1));
            }
        }
        return byResource.entrySet().stream()
                .map(e -> e.getValue().isEmpty()
                        ? "`" + e.getKey() + "`"
                        : "`" + e.getKey() + "`: " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("<br>"));
    }

    private static String codes(MappedColumn column, Optional<MappingExample> example) {
        List<String> parts = new ArrayList<>();
        column.codeList()
                .map(list -> list.name().toLowerCase(java.util.Locale.ROOT))
                .ifPresent(parts::add);
        example.map(MappingExample::systems)
                .filter(systems -> !systems.isEmpty())
                .ifPresent(systems -> parts.add("→ " + String.join(", ", systems)));
        example.map(MappingExample::conceptMaps)
                .filter(maps -> !maps.isEmpty())
                .ifPresent(maps -> parts.add("*" + String.join(", ", maps) + "*"));
        return String.join(" ", parts);
    }

    private static String words(MappingExample example) {
        return "`" + example.source().replace("|", "\\|") + "` → "
                + example.result().replace("|", "\\|");
    }
}
