package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Ways in which a document breaks. None of them makes another valid document with other values of one. */
final class BrokenDocuments {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LEAF = Pattern.compile("<([\\w.-]+)[^<>]*/>|<([\\w.-]+)[^<>/]*>[^<>]*</\\2>");

    private static final List<BiFunction<String, Random, String>> WAYS = List.of(
            (text, random) -> text.substring(0, random.nextInt(text.length() + 1)),
            (text, random) -> atOne(TAG, text, random, ""),
            (text, random) -> atOne(TAG, text, random, "$0$0"),
            (text, random) -> atOne(LEAF, text, random, ""),
            (text, random) -> atOne(LEAF, text, random, "$0$0"),
            (text, random) -> swapped(TAG, text, random),
            (text, random) -> swapped(LEAF, text, random),
            (text, random) -> text.replace("urn:hl7-org:v3", "urn:other"),
            (text, random) -> atOne(LEAF, text, random, "<x xmlns='urn:other'>$0</x>"),
            (text, random) -> text.replaceFirst("^(<\\?[^>]*\\?>)?", "$1<!DOCTYPE x [<!ENTITY e 'CPF02'>]>"),
            (text, random) -> atOne(LEAF, text, random, "$0&lt;&e;"),
            (text, random) -> atOne(TAG, text, random, "<x>" + "<y/>".repeat(random.nextInt(50)) + "$0"),
            (text, random) -> atOne(LEAF, text, random, "<x>".repeat(60) + "$0" + "</x>".repeat(60)),
            (text, random) -> atOne(LEAF, text, random, "$0" + "z".repeat(10_001)),
            BrokenDocuments::noise);

    private BrokenDocuments() {}

    /** The document, broken in one to three ways. */
    static String breakOne(String original, Random random) {
        String text = original;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            text = WAYS.get(random.nextInt(WAYS.size())).apply(text, random);
        }
        return text;
    }

    /** No digit becomes another digit: that would be another valid answer. */
    private static String noise(String text, Random random) {
        StringBuilder bytes = new StringBuilder(text);
        for (int i = 0; i < 3 && bytes.length() > 0; i++) {
            bytes.setCharAt(random.nextInt(bytes.length()), (char) ('\u0001' + random.nextInt(40)));
        }
        return bytes.toString();
    }

    private static String atOne(Pattern pattern, String text, Random random, String replacement) {
        List<int[]> found = found(pattern, text);
        if (found.isEmpty()) {
            return text;
        }
        int[] one = found.get(random.nextInt(found.size()));
        return text.substring(0, one[0])
                + replacement.replace("$0", text.substring(one[0], one[1]))
                + text.substring(one[1]);
    }

    /** Two neighbours change places. */
    private static String swapped(Pattern pattern, String text, Random random) {
        List<int[]> found = found(pattern, text);
        if (found.size() < 2) {
            return text;
        }
        int at = 1 + random.nextInt(found.size() - 1);
        int[] first = found.get(at - 1);
        int[] second = found.get(at);
        return text.substring(0, first[0])
                + text.substring(second[0], second[1])
                + text.substring(first[1], second[0])
                + text.substring(first[0], first[1])
                + text.substring(second[1]);
    }

    private static List<int[]> found(Pattern pattern, String text) {
        List<int[]> found = new ArrayList<>();
        pattern.matcher(text).results().forEach(match -> found.add(new int[] {match.start(), match.end()}));
        return found;
    }
}
