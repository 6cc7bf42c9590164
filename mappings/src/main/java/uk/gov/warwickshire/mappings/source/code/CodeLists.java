package uk.gov.warwickshire.mappings.source.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.record.Coded;

/**
 * Finds the code that a source's text means: the code itself, its description, a known other wording, or a code with the
 * description behind it ({@code N1 - Abuse or neglect}). Case, spaces and punctuation do not count. Nothing is guessed:
 * a text that names no code stays a text. Immutable.
 */
public final class CodeLists {

    /** The lists of {@code code-lists.csv}. */
    public static final CodeLists STANDARD = new CodeLists(load(), LocalCodes.NONE);

    private static final Pattern LEADING_CODE =
            Pattern.compile("([A-Za-z0-9]{1,6})(\\s*[-\u2013:=.)]\\s*|\\s+)(\\S.*)", Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("[a-z]\\)\\s*(.+)");

    private final Map<CodeList, CodeIndex> lists;
    private final LocalCodes local;

    private CodeLists(Map<CodeList, CodeIndex> lists, LocalCodes local) {
        this.lists = lists;
        this.local = local;
    }

    /** These lists with a council's own spellings, which count before all others, and its further codes. */
    public CodeLists with(LocalCodes localCodes) {
        return new CodeLists(lists, localCodes);
    }

    /** The text with its code, or the text alone. */
    public Coded read(CodeList list, String text) {
        return new Coded(codeOf(list, text), text);
    }

    public Optional<String> codeOf(CodeList list, String text) {
        String stripped = text.strip();
        return local.spelling(list, stripped)
                .or(() -> find(index(list), stripped))
                .or(() -> local.added(list).flatMap(added -> find(added, stripped)));
    }

    /** The wording of a code; empty if the list has no such code. */
    public Optional<String> display(CodeList list, String code) {
        return index(list).display(code).or(() -> local.added(list).flatMap(added -> added.display(code)));
    }

    /** The codes of a list, in its order. */
    public List<String> codes(CodeList list) {
        return index(list).all();
    }

    private static Optional<String> find(CodeIndex index, String text) {
        return index.exact(text).or(() -> leading(index, text)).or(() -> {
            Matcher bullet = BULLET.matcher(text);
            return bullet.matches() ? index.exact(bullet.group(1)) : Optional.empty();
        });
    }

    /**
     * A code in front counts if it cannot be a word of the text: it has a digit, a dash or the like follows it, or it
     * alone is in capitals ({@code NEG Neglect}, but not {@code Close to school}).
     */
    private static Optional<String> leading(CodeIndex index, String text) {
        Matcher found = LEADING_CODE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String token = found.group(1);
        boolean hasDigit = token.chars().anyMatch(Character::isDigit);
        boolean separated = !found.group(2).isBlank();
        boolean onlyItInCapitals = token.equals(token.toUpperCase(Locale.ROOT))
                && !found.group(3).equals(found.group(3).toUpperCase(Locale.ROOT));
        return hasDigit || separated || onlyItInCapitals ? index.code(token) : Optional.empty();
    }

    private CodeIndex index(CodeList list) {
        CodeIndex index = lists.get(list);
        if (index == null) {
            throw new IllegalStateException("code-lists.csv has no list " + list);
        }
        return index;
    }

    private static Map<CodeList, CodeIndex> load() {
        Map<CodeList, CodeIndex> lists = new EnumMap<>(CodeList.class);
        try (InputStream in = CodeLists.class.getResourceAsStream("code-lists.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                lists.computeIfAbsent(CodeList.valueOf(row.getField("list")), l -> new CodeIndex())
                        .add(row.getField("code"), row.getField("display"), row.getField("aliases"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
