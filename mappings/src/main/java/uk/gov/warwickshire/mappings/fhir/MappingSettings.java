package uk.gov.warwickshire.mappings.fhir;

import java.util.Optional;

/**
 * What the mappers need to know of the council.
 *
 * @param baseUri base of the council's own code systems, extensions and identifiers, without a slash at the end
 * @param odsCode ODS code of the council
 * @param name the council's name as readers shall see it
 * @param localAuthorityCode DfE code of the local authority (`937`)
 * @param officeHoursPhone where a hospital rings by day
 * @param emergencyDutyPhone where it rings at night and at weekends
 */
public record MappingSettings(
        String baseUri,
        String odsCode,
        String name,
        String localAuthorityCode,
        Optional<String> officeHoursPhone,
        Optional<String> emergencyDutyPhone) {
    public MappingSettings {
        if (!baseUri.matches("https?://\\S+[^/\\s]")) {
            throw new IllegalArgumentException("baseUri must be an http(s) address without a slash at its end");
        }
        if (odsCode.isBlank() || name.isBlank() || localAuthorityCode.isBlank()) {
            throw new IllegalArgumentException("odsCode, name and localAuthorityCode must be given");
        }
    }
}
