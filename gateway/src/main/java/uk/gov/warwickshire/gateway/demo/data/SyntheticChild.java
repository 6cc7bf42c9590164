package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * @param number place in the whole population, from 1; ids of all the child's rows are made of it
 * @param personId as in the extract
 * @param nhsNumber reserved for the child; {@link Situation#hasNumber()} says whether it is in the identity file
 * @param nth how many of its situation came before it: variants of a situation take turns
 * @param sex M, F or U
 * @param birth day of birth; expected one of an unborn child
 */
record SyntheticChild(
        int number,
        String personId,
        NhsNumber nhsNumber,
        Situation situation,
        int nth,
        CaseType caseType,
        String forename,
        String surname,
        String sex,
        LocalDate birth) {}
