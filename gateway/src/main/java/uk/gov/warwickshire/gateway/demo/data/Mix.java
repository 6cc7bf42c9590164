package uk.gov.warwickshire.gateway.demo.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How often what is drawn; a value stands in its list as often as it has weight. */
final class Mix {

    static final List<Home.Area> AREAS = weighted(Map.of(
            Home.Area.COVENTRY_WARWICKSHIRE, 8,
            Home.Area.BIRMINGHAM_SOLIHULL, 1,
            Home.Area.HEREFORDSHIRE_WORCESTERSHIRE, 1));

    static final List<CaseSystem> SYSTEMS =
            weighted(Map.of(CaseSystem.LIQUIDLOGIC, 8, CaseSystem.MOSAIC, 1, CaseSystem.ECLIPSE, 1));

    private static final List<CaseType> USUAL = weighted(Map.of(
            CaseType.CHILD_IN_NEED, 9,
            CaseType.CHILD_PROTECTION, 5,
            CaseType.CHILD_PROTECTION_ENDED, 2,
            CaseType.DISABLED, 2,
            CaseType.LOOKED_AFTER, 4,
            CaseType.CARE_LEAVER, 1));

    private static final List<CaseType> WITHOUT_CARE = weighted(Map.of(
            CaseType.CHILD_IN_NEED, 5,
            CaseType.CHILD_PROTECTION, 3,
            CaseType.CHILD_PROTECTION_ENDED, 1,
            CaseType.DISABLED, 1));

    private Mix() {}

    /** Where the demo's agreement covers neither looked-after children nor care leavers, there are none by chance. */
    static List<CaseType> caseTypesIn(Home.Area area) {
        return area == Home.Area.HEREFORDSHIRE_WORCESTERSHIRE ? WITHOUT_CARE : USUAL;
    }

    /** Sorted: the order of a Map.of differs from run to run. */
    private static <T extends Enum<T>> List<T> weighted(Map<T, Integer> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> Collections.nCopies(e.getValue(), e.getKey()).stream())
                .toList();
    }
}
