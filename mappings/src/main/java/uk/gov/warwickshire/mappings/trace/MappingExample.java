package uk.gov.warwickshire.mappings.trace;

import java.util.List;

/**
 * What was seen of one column in the golden cases.
 *
 * @param source a value that stood there
 * @param element what it had an effect on
 * @param result the value of that element
 * @param systems last parts of the code systems of all codings the column was seen to make
 * @param conceptMaps ids of the ConceptMaps that made some of them
 */
public record MappingExample(
        String table,
        String column,
        String source,
        String element,
        String result,
        List<String> systems,
        List<String> conceptMaps) {
    public MappingExample {
        systems = List.copyOf(systems);
        conceptMaps = List.copyOf(conceptMaps);
    }

    public String name() {
        return table + "." + column;
    }
}
