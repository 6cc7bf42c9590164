package uk.gov.warwickshire.gateway.demo.icr;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a region holds, for people and scripts.
 *
 * @param resources how many of each type
 * @param patients `Patient/id` of each child whose record is held
 */
record ReceivedView(int requests, int refused, Map<String, Long> resources, List<String> patients) {

    static ReceivedView of(SimulatedRegion region) {
        Map<String, SimulatedRegion.Held> held = region.held();
        Map<String, Long> byType = held.keySet().stream()
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.indexOf('/')), TreeMap::new, Collectors.counting()));
        List<String> patients = held.keySet().stream()
                .filter(key -> key.startsWith("Patient/"))
                .sorted()
                .toList();
        return new ReceivedView(region.requests(), region.refused(), byType, patients);
    }
}
