package uk.gov.warwickshire.mappings.source.cin.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules by their published number. Immutable. */
public final class RuleBook {

    /** The rules of {@code cin-rules.csv}. */
    public static final RuleBook PUBLISHED = new RuleBook(load());

    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException if there is no such rule */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("there is no rule " + code);
        }
        return rule;
    }

    /** In the order of their numbers. */
    public List<Rule> all() {
        return List.copyOf(rules.values());
    }

    private static Map<String, Rule> load() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        try (InputStream in = RuleBook.class.getResourceAsStream("cin-rules.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                Rule rule = new Rule(row.getField("code"), row.getField("module"), row.getField("message"));
                if (rules.put(rule.code(), rule) != null) {
                    throw new IllegalStateException("cin-rules.csv has two rules " + rule.code());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
