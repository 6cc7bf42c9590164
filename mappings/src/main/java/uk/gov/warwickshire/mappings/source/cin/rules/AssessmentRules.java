package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.ASSESSMENTS;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.cin.Assessment;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;

/** Assessments and the factors identified in them. */
final class AssessmentRules implements ChildRules {

    private static final int WORKING_DAYS_TO_COMPLETE = 45;
    private static final String NO_FACTORS = "21";

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        CensusPeriod period = returned.period();
        for (CinDetails episode : returned.child().episodes()) {
            for (Assessment assessment : episode.assessments()) {
                dates(episode, assessment, period, found);
                factors(assessment, found);
            }
            together(episode, period, found);
        }
    }

    private static void dates(CinDetails episode, Assessment assessment, CensusPeriod period, RuleFindings found) {
        long line = assessment.line();
        boolean complete = assessment.authorisation().isPresent();
        found.addIf(
                Days.before(assessment.start(), episode.referralDate()),
                "1103",
                ASSESSMENTS,
                line,
                "AssessmentActualStartDate");
        found.addIf(
                Days.before(assessment.authorisation(), assessment.start()),
                "8608",
                ASSESSMENTS,
                line,
                "AssessmentAuthorisationDate");
        found.addIf(
                Days.outside(assessment.authorisation(), period),
                "8696",
                ASSESSMENTS,
                line,
                "AssessmentAuthorisationDate");
        found.addIf(
                !complete && Days.outside(assessment.start(), period),
                "8736",
                ASSESSMENTS,
                line,
                "AssessmentActualStartDate");
        found.addIf(
                !complete
                        && Days.before(assessment.start(), WorkingDays.before(period.end(), WORKING_DAYS_TO_COMPLETE)),
                "8670Q",
                ASSESSMENTS,
                line,
                "AssessmentAuthorisationDate");
    }

    private static void factors(Assessment assessment, RuleFindings found) {
        long line = assessment.line();
        boolean complete = assessment.authorisation().isPresent();
        List<CensusValue> factors = assessment.factors();
        Set<String> codes = new HashSet<>();
        for (CensusValue factor : factors) {
            found.addIf(!codes.add(factor.text()), "8898", ASSESSMENTS, factor.line(), "AssessmentFactors");
            found.addIf(factor.is("18A"), "8945Q", ASSESSMENTS, factor.line(), "AssessmentFactors");
            found.addIf(factor.is("19A"), "8950Q", ASSESSMENTS, factor.line(), "AssessmentFactors");
        }
        found.addIf(!complete && !factors.isEmpty(), "8614", ASSESSMENTS, line, "AssessmentFactors");
        found.addIf(complete && factors.isEmpty(), "8897Q", ASSESSMENTS, line, "AssessmentFactors");
        found.addIf(codes.contains(NO_FACTORS) && codes.size() > 1, "8869", ASSESSMENTS, line, "AssessmentFactors");
    }

    private static void together(CinDetails episode, CensusPeriod period, RuleFindings found) {
        List<Assessment> open = episode.assessments().stream()
                .filter(a -> a.authorisation().isEmpty())
                .toList();
        for (Assessment assessment : open) {
            found.addIf(open.size() > 1, "8896", ASSESSMENTS, assessment.line(), "AssessmentAuthorisationDate");
        }
        for (Assessment within : Spans.startingWithin(
                episode.assessments(), Assessment::start, Assessment::authorisation, period.end())) {
            found.add("8863Q", ASSESSMENTS, within.line(), "AssessmentActualStartDate");
        }
        if (episode.assessments().size() == 1) {
            Assessment only = episode.assessments().get(0);
            boolean noFactors =
                    only.authorisation().isPresent() && only.factors().stream().anyMatch(f -> f.is(NO_FACTORS));
            boolean closedForIt = episode.closureReason()
                    .filter(r -> r.is("RC8") || r.is("RC9"))
                    .isPresent();
            found.addIf(noFactors && !closedForIt, "8873Q", ASSESSMENTS, only.line(), "AssessmentFactors");
        }
    }
}
