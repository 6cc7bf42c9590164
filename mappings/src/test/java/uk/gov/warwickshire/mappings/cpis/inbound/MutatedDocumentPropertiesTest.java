package uk.gov.warwickshire.mappings.cpis.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Documents broken in thousands of ways: none makes the reader throw, none turns a failure into a success. */
class MutatedDocumentPropertiesTest {

    private static final List<String> ALL = List.of(
            "acknowledgement-all",
            "acknowledgement-partial",
            "acknowledgement-unreadable-file",
            "access",
            "access-empty",
            "inactive");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LEAF = Pattern.compile("<([\\w.-]+)[^<>]*/>|<([\\w.-]+)[^<>/]*>[^<>]*</\\2>");

    /** How a document is broken. */
    enum Mutation {
        TRUNCATED,
        TAG_REMOVED,
        TAG_REPEATED,
        TAGS_SWAPPED,
        LEAF_REMOVED,
        LEAF_REPEATED,
        LEAVES_REORDERED,
        LEAF_IN_FOREIGN_NAMESPACE,
        ROOT_IN_FOREIGN_NAMESPACE,
        NAME_CHANGED,
        DOCTYPE_ADDED,
        DEEPLY_NESTED,
        HUGE_TEXT
    }

    @Property(tries = 2000)
    void anyBytesChangedNeverThrow(
            @ForAll("documents") String name, @ForAll Random random, @ForAll("changes") int changes) {
        byte[] bytes = Documents.text(name).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertThat(Documents.parse(bytes)).isNotNull();
    }

    @Property(tries = 3000)
    void aFailureNeverBecomesASuccess(@ForAll @Size(max = 3) List<Mutation> mutations, @ForAll Random random) {
        CpIsInbound outcome = Documents.parse(mutate("acknowledgement-partial", mutations, random));

        if (outcome instanceof Acknowledgement answer) {
            assertThat(answer.isEverythingUploaded()).isFalse();
            assertThat(answer.failed()).hasSize(2);
            assertThat(answer.file().code()).isEqualTo("CPF03");
        } else {
            assertThat(outcome).isInstanceOf(Malformed.class);
        }
    }

    @Property(tries = 1500)
    void aSuccessStaysTheSameOrIsMalformed(@ForAll @Size(max = 3) List<Mutation> mutations, @ForAll Random random) {
        CpIsInbound outcome = Documents.parse(mutate("acknowledgement-all", mutations, random));

        if (outcome instanceof Acknowledgement answer) {
            assertThat(answer.sequence()).isEqualTo(new Count(42));
            assertThat(answer.file().code()).isEqualTo("CPF02");
        } else {
            assertThat(outcome).isInstanceOf(Malformed.class);
        }
    }

    /** To stop the uploads of a number that is in use would hide a child. */
    @Property(tries = 1500)
    void aReplacementNeverBecomesAnInactiveNumber(
            @ForAll @Size(max = 3) List<Mutation> mutations, @ForAll Random random) {
        CpIsInbound outcome = Documents.parse(mutate("inactive", mutations, random));

        if (outcome instanceof InactiveNumbers inactive) {
            assertThat(inactive.numbers()).extracting(n -> n.number().digits()).isSubsetOf("9449306761", "9449306796");
        } else {
            assertThat(outcome).isInstanceOf(Malformed.class);
        }
    }

    @Property(tries = 1000)
    void aNotificationNeverBecomesAnotherMessage(
            @ForAll("documents") String name, @ForAll @Size(max = 3) List<Mutation> mutations, @ForAll Random random) {
        CpIsInbound outcome = Documents.parse(mutate(name, mutations, random));

        if (name.startsWith("access")) {
            assertThat(outcome)
                    .isInstanceOfAny(AccessNotification.class, EmptyAccessNotification.class, Malformed.class);
        }
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Integer> changes() {
        return Arbitraries.integers().between(1, 20);
    }

    private static String mutate(String name, List<Mutation> mutations, Random random) {
        String text = Documents.text(name);
        for (Mutation mutation : mutations) {
            text = mutate(text, mutation, random);
        }
        return text;
    }

    private static String mutate(String text, Mutation mutation, Random random) {
        return switch (mutation) {
            case TRUNCATED -> text.substring(0, random.nextInt(text.length() + 1));
            case TAG_REMOVED -> replaceOne(TAG, text, random, "");
            case TAG_REPEATED -> replaceOne(TAG, text, random, "$0$0");
            case TAGS_SWAPPED -> swap(TAG, text, random);
            case LEAF_REMOVED -> replaceOne(LEAF, text, random, "");
            case LEAF_REPEATED -> replaceOne(LEAF, text, random, "$0$0");
            case LEAVES_REORDERED -> swap(LEAF, text, random);
            case LEAF_IN_FOREIGN_NAMESPACE -> replaceOne(LEAF, text, random, "<x xmlns='urn:other'>$0</x>");
            case ROOT_IN_FOREIGN_NAMESPACE -> text.replace("urn:hl7-org:v3", "urn:other");
            case NAME_CHANGED -> replaceOne(Pattern.compile("(?<=[</])[a-z]\\w*(?=[ />])"), text, random, "x$0");
            case DOCTYPE_ADDED -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e 'CPF02'>]>");
            case DEEPLY_NESTED -> replaceOne(LEAF, text, random, "<x>".repeat(60) + "$0" + "</x>".repeat(60));
            case HUGE_TEXT -> replaceOne(LEAF, text, random, "$0" + "z".repeat(10_001));
        };
    }

    private static String replaceOne(Pattern pattern, String text, Random random, String replacement) {
        List<int[]> found = find(pattern, text);
        if (found.isEmpty()) {
            return text;
        }
        int[] one = found.get(random.nextInt(found.size()));
        String matched = text.substring(one[0], one[1]);
        return text.substring(0, one[0]) + replacement.replace("$0", matched) + text.substring(one[1]);
    }

    /** Two neighbours change places: what is swapped further away may be another valid document with other values. */
    private static String swap(Pattern pattern, String text, Random random) {
        List<int[]> found = find(pattern, text);
        List<Integer> neighbours = IntStream.range(1, found.size())
                .filter(i ->
                        text.substring(found.get(i - 1)[1], found.get(i)[0]).isBlank())
                .boxed()
                .toList();
        if (neighbours.isEmpty()) {
            return text;
        }
        int one = neighbours.get(random.nextInt(neighbours.size()));
        int[] first = found.get(one - 1);
        int[] second = found.get(one);
        return text.substring(0, first[0])
                + text.substring(second[0], second[1])
                + text.substring(first[1], second[0])
                + text.substring(first[0], first[1])
                + text.substring(second[1]);
    }

    private static List<int[]> find(Pattern pattern, String text) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        return found;
    }
}
