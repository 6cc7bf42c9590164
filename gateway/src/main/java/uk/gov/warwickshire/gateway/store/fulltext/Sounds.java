package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How names sound: `Katherine` and `Catherine` have a sound in common. */
final class Sounds {

    private static final int LETTERS = 6;

    private Sounds() {}

    /** The sounds of all words of the names, each once. */
    static List<String> of(List<String> names) {
        return names.stream()
                .flatMap(name -> Words.of(name).stream())
                .flatMap(Sounds::ofWord)
                .distinct()
                .toList();
    }

    /** Whether two words have a sound in common. */
    static boolean alike(String one, String other) {
        return ofWord(one).anyMatch(ofWord(other).toList()::contains);
    }

    private static Stream<String> ofWord(String word) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LETTERS);
        return Stream.of(metaphone.doubleMetaphone(word, false), metaphone.doubleMetaphone(word, true))
                .filter(Objects::nonNull)
                .filter(sound -> !sound.isEmpty())
                .distinct();
    }
}
