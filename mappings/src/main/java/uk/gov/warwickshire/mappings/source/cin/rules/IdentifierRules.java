package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_IDENTIFIERS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.ChildIdentifiers;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;

/** Id, dates of birth, sex, age. */
final class IdentifierRules implements ChildRules {

    private static final int LONGEST_ID = 20;
    private static final int DAYS_OVERDUE = 30;
    private static final int MONTHS_AHEAD = 9;
    private static final int OLDEST = 25;

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        ChildIdentifiers ids = returned.child().identifiers();
        id(returned, ids, found);
        birth(returned, ids, found);
        sex(ids, found);
        found.addIf(returned.child().episodes().isEmpty(), "8590", CHILD_IDENTIFIERS, ids.line(), "LAchildID");
        age(returned, ids, found);
    }

    private static void id(ReturnedChild returned, ChildIdentifiers ids, RuleFindings found) {
        String id = ids.laChildId().map(CensusValue::text).orElse("");
        found.addIf(id.isEmpty(), "8500", CHILD_IDENTIFIERS, ids.line(), "LAchildID");
        found.addIf(returned.repeatedId(), "8510", CHILD_IDENTIFIERS, ids.line(), "LAchildID");
        found.addIf(id.length() > LONGEST_ID, "1570", CHILD_IDENTIFIERS, ids.line(), "LAchildID");
        found.addIf(!id.matches("[A-Za-z0-9]*"), "1580", CHILD_IDENTIFIERS, ids.line(), "LAchildID");
    }

    private static void birth(ReturnedChild returned, ChildIdentifiers ids, RuleFindings found) {
        LocalDate end = returned.period().end();
        found.addIf(Days.after(ids.birthDate(), end), "8520", CHILD_IDENTIFIERS, ids.line(), "PersonBirthDate");
        found.addIf(
                ids.birthDate().isPresent() == ids.expectedBirthDate().isPresent(),
                "8525Q",
                CHILD_IDENTIFIERS,
                ids.line(),
                "PersonBirthDate");
        found.addIf(
                Days.before(ids.expectedBirthDate(), end.minusDays(DAYS_OVERDUE))
                        || Days.after(ids.expectedBirthDate(), end.plusMonths(MONTHS_AHEAD)),
                "8530Q",
                CHILD_IDENTIFIERS,
                ids.line(),
                "ExpectedPersonBirthDate");
    }

    /** Where the earlier element stands, its codes are the valid ones. */
    private static void sex(ChildIdentifiers ids, RuleFindings found) {
        boolean earlier = ids.sex().isEmpty() && ids.gender().isPresent();
        Optional<CensusValue> sex = earlier ? ids.gender() : ids.sex();
        String field = earlier ? "GenderCurrent" : "Sex";
        found.addIf(
                sex.filter(s -> (earlier ? CodeSets.GENDER : CodeSets.SEX).contains(s.text()))
                        .isEmpty(),
                "4180",
                CHILD_IDENTIFIERS,
                ids.line(),
                field);
        found.addIf(
                ids.isUnborn() && sex.filter(s -> !s.is(earlier ? "0" : "U")).isPresent(),
                "8750",
                CHILD_IDENTIFIERS,
                ids.line(),
                field);
    }

    /** Older than 25 at the end of the census year, with an episode that did not end before that birthday. */
    private static void age(ReturnedChild returned, ChildIdentifiers ids, RuleFindings found) {
        Optional<LocalDate> birthday = Days.of(ids.birthDate()).map(born -> born.plusYears(OLDEST));
        if (birthday.filter(b -> b.isBefore(returned.period().end())).isPresent()) {
            for (CinDetails episode : returned.child().episodes()) {
                found.addIf(
                        episode.closureDate().isEmpty() || Days.after(episode.closureDate(), birthday.get()),
                        "8775Q",
                        CIN_DETAILS,
                        episode.line(),
                        "CINclosureDate");
            }
        }
    }
}
