package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_IDENTIFIERS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.ChildIdentifiers;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;

/** 1510 to 1560Q, 8770Q and 8772: the unique pupil number. */
final class UpnRules implements ChildRules {

    private static final int LENGTH = 13;
    /** Position in this is the value of a check letter, and of the last letter of a temporary number. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static final String FORM = "[" + LETTERS + "][0-9]{11}[0-9" + LETTERS + "]";
    private static final Set<String> REASONS = Set.of("UN2", "UN3", "UN4", "UN5", "UN6", "UN7");
    private static final int SCHOOL_AGE = 4;
    private static final List<int[]> AUTHORITIES = List.of(new int[][] {
        {1, 5}, {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373}, {380, 384}, {390, 394},
        {420, 420}, {660, 681}, {701, 708}, {800, 803}, {805, 808}, {810, 813}, {815, 816}, {820, 823}, {825, 826},
        {830, 831}, {835, 841}, {845, 846}, {850, 852}, {855, 857}, {860, 861}, {865, 896}, {908, 909}, {916, 916},
        {919, 919}, {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938}, {940, 943}
    });

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        ChildIdentifiers ids = returned.child().identifiers();
        ids.upn().ifPresent(upn -> form(upn, found));
        found.addIf(returned.repeatedUpn(), "1520", CHILD_IDENTIFIERS, ids.line(), "UPN");
        ids.formerUpn()
                .filter(former -> !former.text().matches(FORM))
                .ifPresent(former -> found.add("1560Q", CHILD_IDENTIFIERS, former.line(), "FormerUPN"));
        boolean anyFurtherAction = returned.child().episodes().stream().anyMatch(CinDetails::isFurtherAction);
        found.addIf(
                anyFurtherAction && isOfSchoolAge(returned) && ids.upn().isEmpty() && !hasReason(ids.upnUnknown()),
                "8770Q",
                CHILD_IDENTIFIERS,
                ids.line(),
                "UPNunknown");
        found.addIf(
                anyFurtherAction && ids.upnUnknown().filter(r -> r.is("UN7")).isPresent(),
                "8772",
                CHILD_IDENTIFIERS,
                ids.line(),
                "UPNunknown");
    }

    private static void form(CensusValue upn, RuleFindings found) {
        String text = upn.text();
        boolean whole = text.length() == LENGTH;
        found.addIf(!hasRightLetter(text), "1510", CHILD_IDENTIFIERS, upn.line(), "UPN");
        found.addIf(!whole || !isAuthority(text.substring(1, 4)), "1530", CHILD_IDENTIFIERS, upn.line(), "UPN");
        found.addIf(!whole || !text.substring(4, 12).matches("[0-9]{8}"), "1540", CHILD_IDENTIFIERS, upn.line(), "UPN");
        found.addIf(
                !whole || !text.substring(12).matches("[0-9" + LETTERS + "]"),
                "1550",
                CHILD_IDENTIFIERS,
                upn.line(),
                "UPN");
    }

    /** The sum of the values of characters 2 to 13, each times its position, modulo 23, names the first. */
    static boolean hasRightLetter(String upn) {
        if (!upn.matches("[A-Z][0-9]{11}[0-9" + LETTERS + "]")) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < LENGTH; i++) {
            char c = upn.charAt(i);
            sum += (i + 1) * (Character.isDigit(c) ? c - '0' : LETTERS.indexOf(c));
        }
        return upn.charAt(0) == LETTERS.charAt(sum % LETTERS.length());
    }

    private static boolean isAuthority(String digits) {
        if (!digits.matches("[0-9]{3}")) {
            return false;
        }
        int code = Integer.parseInt(digits);
        return AUTHORITIES.stream().anyMatch(range -> code >= range[0] && code <= range[1]);
    }

    private static boolean hasReason(Optional<CensusValue> reason) {
        return reason.filter(r -> REASONS.contains(r.text())).isPresent();
    }

    /** Four years old at the end of the August that follows the census. */
    private static boolean isOfSchoolAge(ReturnedChild returned) {
        return Days.of(returned.child().identifiers().birthDate())
                .filter(born -> !born.isAfter(returned.period()
                        .end()
                        .plusMonths(SCHOOL_AGE)
                        .plusDays(31)
                        .minusYears(SCHOOL_AGE)))
                .isPresent();
    }
}
