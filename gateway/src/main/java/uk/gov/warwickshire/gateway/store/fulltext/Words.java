package uk.gov.warwickshire.gateway.store.fulltext;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of a text as they are compared: lower case, without accents, without punctuation. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** `O'Neil` and `ONeil` are one word. */
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");

    private Words() {}

    static List<String> of(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(APOSTROPHES.matcher(folded).replaceAll(""), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String joined(String text) {
        return String.join(" ", of(text));
    }
}
