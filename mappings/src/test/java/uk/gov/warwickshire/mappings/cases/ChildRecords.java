package uk.gov.warwickshire.mappings.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.gov.warwickshire.mappings.record.ChildRecord;

/** The children of the golden cases as the readers read them, by the name of their folder. */
public final class ChildRecords {

    private ChildRecords() {}

    public static Map<String, ChildRecord> cases() {
        Map<String, ChildRecord> cases = new LinkedHashMap<>();
        GoldenCase.all().forEach(one -> cases.put(one.name(), one.child()));
        return cases;
    }
}
