package uk.gov.warwickshire.mappings.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.FhirRecordMapper;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/** Makes previews with the readers and mappers that intake uses. Pure; takes a second or two for a long history. */
public final class Previewer {

    private final ChildSourceReader reader;
    private final FhirRecordMapper mapper;
    private final MappingRegister register;
    private final SourceTrace trace;

    public Previewer(ChildSourceReader reader, FhirRecordMapper mapper) {
        this.reader = reader;
        this.mapper = mapper;
        this.register = MappingRegister.STANDARD;
        this.trace = new SourceTrace(reader, mapper, register);
    }

    public Preview of(ChildSource source) {
        Optional<ReadOutcome> outcome = reader.read(source);
        if (outcome.isEmpty()) {
            return new Preview(Preview.Outcome.NO_ROWS, List.of(), List.of(), List.of());
        } else if (outcome.get() instanceof ReadOutcome.RejectedChild rejected) {
            return new Preview(Preview.Outcome.REJECTED, List.of(), List.of(), rejected.findings());
        } else if (outcome.get() instanceof ReadOutcome.Accepted accepted) {
            Map<Cell, Set<Effect>> effects = trace.effects(source);
            FhirRecord mapped = mapper.map(accepted.child());
            return new Preview(
                    Preview.Outcome.MAPPED, resources(mapped, effects), leftOut(source, effects), accepted.findings());
        }
        return new Preview(Preview.Outcome.NOT_A_SUBJECT, List.of(), List.of(), List.of());
    }

    private static List<PreviewedResource> resources(FhirRecord mapped, Map<Cell, Set<Effect>> effects) {
        Map<String, List<Cell>> sources = new LinkedHashMap<>();
        effects.forEach((cell, found) -> found.forEach(
                effect -> sources.computeIfAbsent(key(effect.resource(), effect.location()), k -> new ArrayList<>())
                        .add(cell)));
        sources.values()
                .forEach(cells -> cells.sort(Comparator.comparing(Cell::table).thenComparing(Cell::line)));
        MappedChild taken = MappedChild.of(mapped, 0, UnaryOperator.identity());
        List<PreviewedResource> resources = new ArrayList<>();
        for (MappedResource resource : mapped.resources()) {
            ResourceName name = ResourceName.of(resource);
            List<PreviewedElement> elements = taken.resources().getOrDefault(name, List.of()).stream()
                    .map(e -> new PreviewedElement(
                            e.location(), e.value(), sources.getOrDefault(key(name, e.location()), List.of())))
                    .toList();
            resources.add(new PreviewedResource(
                    name,
                    resource.category(),
                    resource.aboutPerson(),
                    sources.getOrDefault(key(name, ""), List.of()),
                    elements));
        }
        return resources;
    }

    private List<LeftOut> leftOut(ChildSource source, Map<Cell, Set<Effect>> effects) {
        return source.cells().stream()
                .filter(cell -> !effects.containsKey(cell))
                .filter(cell ->
                        kind(cell).filter(kind -> kind == ColumnKind.OWNER).isEmpty())
                .map(cell -> new LeftOut(cell, reason(cell)))
                .toList();
    }

    private Optional<ColumnKind> kind(Cell cell) {
        return register.column(cell.table(), cell.column()).map(MappedColumn::kind);
    }

    private String reason(Cell cell) {
        Optional<MappedColumn> column = register.column(cell.table(), cell.column());
        if (column.isEmpty()) {
            return "The gateway does not read this column.";
        }
        return column.filter(c -> !c.isMapped())
                .map(MappedColumn::remark)
                .orElseGet(
                        () -> ("Changes nothing in this record. " + column.get().remark()).strip());
    }

    private static String key(ResourceName name, String location) {
        return name.label() + "|" + name.identifier() + "|" + location;
    }
}
