package uk.gov.warwickshire.mappings.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** Gathers the resources of one child with the rows they came from. */
final class RecordBuilder {

    /** A mapped resource and the rows it says something of. */
    record Sourced(MappedResource mapped, List<SourceRow> rows) {}

    private final Map<String, Sourced> resources = new LinkedHashMap<>();
    private final boolean restricted;

    RecordBuilder(boolean restricted) {
        this.restricted = restricted;
    }

    /** The first resource of an id stays: readers reject a row whose key an earlier row of the table has. */
    void add(Category category, Resource resource, SourceRow... rows) {
        put(new MappedResource(resource, category, Optional.empty()), List.of(rows));
    }

    void addAboutPerson(Category category, String person, Resource resource, SourceRow... rows) {
        put(new MappedResource(resource, category, Optional.of(person)), List.of(rows));
    }

    List<Sourced> sourced() {
        return List.copyOf(resources.values());
    }

    List<MappedResource> resources() {
        return resources.values().stream().map(Sourced::mapped).toList();
    }

    private void put(MappedResource mapped, List<SourceRow> rows) {
        if (restricted && !mapped.isDirectory()) {
            mapped.resource().getMeta().addSecurity(new Coding(Systems.CONFIDENTIALITY, "R", "restricted"));
        }
        resources.putIfAbsent(mapped.type() + "/" + mapped.id(), new Sourced(mapped, new ArrayList<>(rows)));
    }
}
