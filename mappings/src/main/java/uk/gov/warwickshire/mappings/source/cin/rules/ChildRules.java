package uk.gov.warwickshire.mappings.source.cin.rules;

import java.util.List;

/** A group of rules about one child. Pure. */
@FunctionalInterface
public interface ChildRules {

    /** All groups, in the order of the modules they are about. */
    List<ChildRules> ALL = List.of(
            new UpnRules(),
            new IdentifierRules(),
            new CharacteristicsRules(),
            new EpisodeRules(),
            new ClosureRules(),
            new NoFurtherActionRules(),
            new AssessmentRules(),
            new CinPlanRules(),
            new ConcurrencyRules(),
            new Section47Rules(),
            new ProtectionPlanRules(),
            new DeathRules());

    void check(ReturnedChild returned, RuleFindings found);

    /** What all groups find. */
    static RuleFindings checkAll(ReturnedChild returned) {
        RuleFindings found = new RuleFindings();
        ALL.forEach(group -> group.check(returned, found));
        return found;
    }
}
