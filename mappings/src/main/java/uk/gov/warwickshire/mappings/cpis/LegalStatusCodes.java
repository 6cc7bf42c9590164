package uk.gov.warwickshire.mappings.cpis;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.record.Coded;

/** SSDA903 code of a legal status where the extract gives a description (source-formats.md 2). */
final class LegalStatusCodes {

    private static final Pattern LEADING_CODE = Pattern.compile("^([CDEJLV][1-4])\\b");

    /** In this order: short breaks are accommodation under section 20 as well, and an interim order is a care order. */
    private static final Map<Pattern, String> DESCRIPTIONS = descriptions();

    private LegalStatusCodes() {}

    /** Empty if neither code nor text says which status it is. */
    static Optional<String> of(Coded legalStatus) {
        return legalStatus.code().or(() -> ofText(legalStatus.text().strip().toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> ofText(String text) {
        Matcher leading = LEADING_CODE.matcher(text);
        if (leading.find()) {
            return Optional.of(leading.group(1));
        }
        return DESCRIPTIONS.entrySet().stream()
                .filter(description -> description.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Pattern, String> descriptions() {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        patterns.put(Pattern.compile("SHORT[- ](TERM[- ])?BREAK|RESPITE"), "V4");
        patterns.put(section("38", "INTERIM CARE ORDER"), "C1");
        patterns.put(section("31", "(FULL )?CARE ORDER"), "C2");
        patterns.put(Pattern.compile("PLACEMENT ORDER"), "E1");
        patterns.put(section("20", "VOLUNTARY (ACCOMMODATION|AGREEMENT)"), "V2");
        patterns.put(Pattern.compile("POLICE PROTECTION"), "L1");
        patterns.put(Pattern.compile("EMERGENCY PROTECTION ORDER"), "L2");
        patterns.put(Pattern.compile("CHILD ASSESSMENT ORDER"), "L3");
        patterns.put(Pattern.compile("\\bREMAND"), "J1");
        return patterns;
    }

    private static Pattern section(String number, String name) {
        return Pattern.compile("\\bS(ECTION|EC|\\.)? ?" + number + "\\b|\\b" + name + "\\b");
    }
}
