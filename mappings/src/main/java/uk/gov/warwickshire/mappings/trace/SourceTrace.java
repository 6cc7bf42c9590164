package uk.gov.warwickshire.mappings.trace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.gov.warwickshire.mappings.fhir.FhirRecordMapper;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/**
 * Finds out what a cell has an effect on by putting something else there, reading and mapping again, and comparing. It
 * knows nothing of how readers and mappers work, so it cannot repeat an error of theirs. Pure.
 *
 * <p>Left out of the comparison, since it follows from what is compared: resource ids, Provenance, and whether a team or
 * professional is among the resources, which is so if something refers to them.
 */
public final class SourceTrace {

    private static final Set<String> FOLLOWING = Set.of("Organization", "Practitioner", "PractitionerRole");

    private final ChildSourceReader reader;
    private final FhirRecordMapper mapper;
    private final MappingRegister register;

    public SourceTrace(ChildSourceReader reader, FhirRecordMapper mapper, MappingRegister register) {
        this.reader = reader;
        this.mapper = mapper;
        this.register = register;
    }

    /** The cells with an effect, each with what it has an effect on; empty if the source gives no record. */
    public Map<Cell, Set<Effect>> effects(ChildSource source) {
        Map<Cell, Set<Effect>> effects = new LinkedHashMap<>();
        mapped(source, UnaryOperator.identity()).ifPresent(before -> {
            for (Cell cell : source.cells()) {
                Set<Effect> found = effects(source, before, cell);
                if (!found.isEmpty()) {
                    effects.put(cell, found);
                }
            }
        });
        return effects;
    }

    Optional<MappedChild> mapped(ChildSource source, UnaryOperator<String> original) {
        return reader.read(source)
                .filter(ReadOutcome.Accepted.class::isInstance)
                .map(ReadOutcome.Accepted.class::cast)
                .map(ReadOutcome.Accepted::child)
                .map(child -> MappedChild.of(mapper.map(child), child.missingRows(), original));
    }

    private Set<Effect> effects(ChildSource source, MappedChild before, Cell cell) {
        Set<Effect> found = new LinkedHashSet<>();
        Optional<MappedColumn> column = register.column(cell.table(), cell.column());
        if (column.filter(c -> c.kind() == ColumnKind.KEY).isPresent()) {
            String other = cell.value() + Alternatives.UNLIKELY;
            UnaryOperator<String> back = text -> text.replace(other, cell.value());
            mapped(source.renamed(cell.value(), other, this::isName), back)
                    .ifPresent(after -> compare(before, after, found));
        } else if (column.isPresent()) {
            for (String other : Alternatives.to(column.get(), cell.value())) {
                mapped(source.with(cell, other), UnaryOperator.identity())
                        .filter(after -> after.missingRows() == before.missingRows())
                        .ifPresent(after -> compare(before, after, found));
            }
        }
        return found;
    }

    private boolean isName(String table, String column) {
        return register.column(table, column).filter(c -> c.kind().isName()).isPresent();
    }

    private static void compare(MappedChild before, MappedChild after, Set<Effect> found) {
        Set<ResourceName> names = new LinkedHashSet<>(before.resources().keySet());
        names.addAll(after.resources().keySet());
        names.removeIf(name -> name.type().equals("Provenance"));
        for (ResourceName name : names) {
            List<MappedElement> was = before.resources().get(name);
            List<MappedElement> is = after.resources().get(name);
            if (was != null && is != null) {
                compare(name, byLocation(was), byLocation(is), found);
            } else if (!FOLLOWING.contains(name.type())) {
                found.add(new Effect(name, "", ""));
            }
        }
    }

    private static void compare(
            ResourceName name, Map<String, MappedElement> was, Map<String, MappedElement> is, Set<Effect> found) {
        was.forEach((location, element) -> {
            MappedElement other = is.get(location);
            if (other == null || !other.value().equals(element.value())) {
                found.add(new Effect(name, element.path(), location));
            }
        });
        is.forEach((location, element) -> {
            if (!was.containsKey(location)) {
                found.add(new Effect(name, element.path(), location));
            }
        });
    }

    private static Map<String, MappedElement> byLocation(List<MappedElement> elements) {
        Map<String, MappedElement> byLocation = new LinkedHashMap<>();
        elements.forEach(element -> byLocation.put(element.location(), element));
        return byLocation;
    }
}
