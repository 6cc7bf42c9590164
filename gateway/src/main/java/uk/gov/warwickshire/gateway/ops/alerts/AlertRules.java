package uk.gov.warwickshire.gateway.ops.alerts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules in force, in the order of their file. */
public record AlertRules(String version, List<AlertRule> all) {
    public AlertRules {
        all = List.copyOf(all);
    }

    List<AlertRule> of(Set<AlertKind> kinds) {
        return all.stream().filter(rule -> kinds.contains(rule.kind())).toList();
    }

    Optional<AlertRule> named(String name) {
        return all.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
