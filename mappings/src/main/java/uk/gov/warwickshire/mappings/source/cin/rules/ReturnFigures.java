package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_IDENTIFIERS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_PROTECTION_PLANS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.DISABILITIES;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.cin.CensusChild;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.ChildIdentifiers;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** The rules about the whole return: counted child by child, judged at the end. For one thread. */
public final class ReturnFigures {

    private static final int FEWEST_DISABILITY_CODES = 8;
    private static final int PERCENT_WITHOUT_SEX = 2;

    private final CensusPeriod period;
    private final Set<String> disabilityCodes = new HashSet<>();
    private long children;
    private long withoutSex;
    private long withDisability;
    private long withSeveralDisabilities;
    private long plansStarting;
    private long conferences;

    public ReturnFigures(CensusPeriod period) {
        this.period = period;
    }

    public void count(CensusChild child) {
        ChildIdentifiers ids = child.identifiers();
        if (!ids.isUnborn()) {
            children++;
            Optional<CensusValue> sex = ids.sex().or(ids::gender);
            withoutSex +=
                    sex.filter(s -> !s.is("U") && !s.is("0") && !s.is("9")).isPresent() ? 0 : 1;
        }
        disabilities(child.characteristics().disabilities());
        child.episodes().forEach(this::conferences);
    }

    private void disabilities(List<CensusValue> disabilities) {
        List<String> codes = disabilities.stream()
                .filter(d -> CodeSets.has(CodeList.DISABILITY, d))
                .map(CensusValue::text)
                .toList();
        disabilityCodes.addAll(codes);
        long disabling =
                codes.stream().filter(code -> !code.equals("NONE")).distinct().count();
        withDisability += disabling > 0 ? 1 : 0;
        withSeveralDisabilities += disabling > 1 ? 1 : 0;
    }

    private void conferences(CinDetails episode) {
        plansStarting += episode.protectionPlans().stream()
                .filter(p -> isInPeriod(p.start()))
                .count();
        conferences += isInPeriod(episode.initialConference()) ? 1 : 0;
        conferences += episode.enquiries().stream()
                .filter(e -> isInPeriod(e.initialConference()))
                .count();
    }

    private boolean isInPeriod(Optional<CensusValue> date) {
        return Days.of(date).filter(period::contains).isPresent();
    }

    /** @param line of the header: these are findings about no child */
    public void judge(long line, RuleFindings found) {
        found.addIf(plansStarting > conferences, "2883", CHILD_PROTECTION_PLANS, line, "CPPstartDate");
        found.addIf(withoutSex * 100 > children * PERCENT_WITHOUT_SEX, "2886Q", CHILD_IDENTIFIERS, line, "Sex");
        found.addIf(disabilityCodes.size() < FEWEST_DISABILITY_CODES, "2887Q", DISABILITIES, line, "Disability");
        found.addIf(withDisability > 0 && withSeveralDisabilities == 0, "2888Q", DISABILITIES, line, "Disability");
    }
}
