package uk.gov.warwickshire.mappings.source.cin.rules;

import uk.gov.warwickshire.mappings.source.cin.CensusHeader;
import uk.gov.warwickshire.mappings.source.cin.CensusModule;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;

/** The header of a return. */
public final class HeaderRules {

    private HeaderRules() {}

    /** 100: the reference date is 31 March of the year of the return. */
    public static void check(CensusHeader header, RuleFindings found) {
        boolean right = header.referenceDate()
                .flatMap(CensusValue::date)
                .filter(day -> header.endOfYear().filter(day::equals).isPresent())
                .isPresent();
        found.addIf(!right, "100", CensusModule.HEADER, header.line(), "ReferenceDate");
    }
}
