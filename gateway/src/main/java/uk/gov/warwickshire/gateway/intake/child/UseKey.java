package uk.gov.warwickshire.gateway.intake.child;

import java.util.ArrayList;
import java.util.List;
import uk.gov.warwickshire.mappings.source.ssd.References;

/** How `child_source.uses` and `ssd_reference.key` name what lies outside a child's own rows. */
public final class UseKey {

    private UseKey() {}

    public static String professional(String id) {
        return "P:" + id;
    }

    public static String team(String id) {
        return "T:" + id;
    }

    static String mother(String personId) {
        return "M:" + personId;
    }

    static List<String> of(References references) {
        List<String> keys = new ArrayList<>();
        references.professionalIds().forEach(id -> keys.add(professional(id)));
        references.teamIds().forEach(id -> keys.add(team(id)));
        references.motherIds().forEach(id -> keys.add(mother(id)));
        keys.sort(null);
        return keys;
    }
}
