package uk.gov.warwickshire.mappings.coverage;

/**
 * A value that has no entry in a list or map, and on how many rows it stands.
 *
 * @param missingIn the code list or ConceptMap that lacks it
 */
public record ShownValue(String value, String missingIn, long rows) {}
