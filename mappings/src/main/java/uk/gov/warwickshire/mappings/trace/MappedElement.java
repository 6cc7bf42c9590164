package uk.gov.warwickshire.mappings.trace;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;

/**
 * One filled element of a resource.
 *
 * @param path without positions, slices by name: {@code participant.role}, {@code identifier:nhs-number.value}
 * @param location with the position of the repetitions after the first: {@code participant[1].role}
 * @param value in words; codings as {@code code (system)}, references by what they refer to
 * @param codings the codings in it
 */
public record MappedElement(String path, String location, String value, List<Coding> codings) {
    public MappedElement {
        codings = List.copyOf(codings);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return location;
    }
}
