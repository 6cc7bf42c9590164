package uk.gov.warwickshire.gateway.store.fulltext;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes a Patient's demographics from its JSON, stored or asked with. */
public final class DemographicsReader {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private DemographicsReader() {}

    /** A partial date of birth is left out: it likens a person to too many. */
    public static Demographics of(JsonNode patient) {
        List<String> families = new ArrayList<>();
        List<String> givens = new ArrayList<>();
        for (JsonNode name : patient.path("name")) {
            text(name.path("family")).ifPresent(families::add);
            name.path("given").forEach(given -> text(given).ifPresent(givens::add));
        }
        List<String> postcodes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode address : patient.path("address")) {
            text(address.path("postalCode")).ifPresent(postcodes::add);
            address.path("line").forEach(line -> text(line).ifPresent(lines::add));
            text(address.path("city")).ifPresent(lines::add);
            text(address.path("district")).ifPresent(lines::add);
        }
        return new Demographics(
                nhsNumber(patient),
                families.stream().distinct().toList(),
                givens.stream().distinct().toList(),
                text(patient.path("birthDate")).flatMap(DemographicsReader::day),
                text(patient.path("gender")),
                postcodes.stream().distinct().toList(),
                lines);
    }

    private static Optional<String> nhsNumber(JsonNode patient) {
        for (JsonNode identifier : patient.path("identifier")) {
            if (NHS_NUMBER.equals(identifier.path("system").asString(""))) {
                return text(identifier.path("value"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.asString().isBlank()
                ? Optional.of(node.asString().strip())
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException partial) {
            return Optional.empty();
        }
    }
}
