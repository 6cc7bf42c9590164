package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;

/** Reads an expression as {@link ElementPath} where it is of that kind. */
final class ElementPathReader {

    private static final String TYPE = "([A-Za-z]+)";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern AS = Pattern.compile("(.+) as " + TYPE);
    private static final Pattern FUNCTION = Pattern.compile("(?:as|ofType)\\(" + TYPE + "\\)");
    private static final Pattern RESOLVE = Pattern.compile("where\\(resolve\\(\\) is " + TYPE + "\\)");
    private static final Pattern WHERE = Pattern.compile("where\\(([a-z][A-Za-z]*) ?= ?'([^']*)'\\)");
    private static final Pattern FLAGGED = Pattern.compile("where\\(extension\\('([^']*)'\\)\\.value ?= ?true\\)");
    private static final Pattern NOT_FALSE = Pattern.compile("(.+)\\.exists\\(\\) and (.+) != false");
    private static final Pattern EXTENSION = Pattern.compile("extension\\('([^']*)'\\)");

    private ElementPathReader() {}

    /** The alternatives of an expression, between which `|` stands outside of brackets and quotes. */
    static List<String> alternatives(String expression) {
        return split(expression, '|').stream().map(String::trim).toList();
    }

    /** @return empty if it needs FHIRPath proper */
    static Optional<Extraction> read(String expression) {
        Matcher notFalse = NOT_FALSE.matcher(expression.trim());
        if (notFalse.matches() && notFalse.group(1).equals(notFalse.group(2))) {
            return path(notFalse.group(1)).map(ExistsAndIsNotFalse::new);
        }
        return path(expression).map(path -> path);
    }

    private static Optional<ElementPath> path(String expression) {
        List<UnaryOperator<List<Base>>> steps = new ArrayList<>();
        return read(expression.trim(), steps)
                ? Optional.of(new ElementPath(root(expression), steps))
                : Optional.empty();
    }

    private static boolean read(String expression, List<UnaryOperator<List<Base>>> steps) {
        Matcher as = AS.matcher(expression);
        if (as.matches() && balanced(as.group(1))) {
            return read(as.group(1).trim(), steps) && steps.add(ElementPath.ofType(as.group(2)));
        }
        List<String> parts = split(expression, '.');
        String first = parts.get(0).trim();
        boolean begins = (first.startsWith("(") && first.endsWith(")"))
                ? read(first.substring(1, first.length() - 1), steps)
                : NAME.matcher(first).matches() && Character.isUpperCase(first.charAt(0));
        return begins && parts.stream().skip(1).allMatch(part -> step(part.trim(), steps));
    }

    private static boolean step(String part, List<UnaryOperator<List<Base>>> steps) {
        if (NAME.matcher(part).matches()) {
            return steps.add(ElementPath.child(part));
        }
        Matcher function = FUNCTION.matcher(part);
        if (function.matches()) {
            return steps.add(ElementPath.ofType(function.group(1)));
        }
        Matcher resolve = RESOLVE.matcher(part);
        if (resolve.matches()) {
            return steps.add(ElementPath.pointsTo(resolve.group(1)));
        }
        Matcher where = WHERE.matcher(part);
        if (where.matches()) {
            return steps.add(ElementPath.where(where.group(1), where.group(2)));
        }
        Matcher flagged = FLAGGED.matcher(part);
        if (flagged.matches()) {
            return steps.add(ElementPath.flagged(flagged.group(1)));
        }
        Matcher extension = EXTENSION.matcher(part);
        return extension.matches() && steps.add(ElementPath.extension(extension.group(1)));
    }

    private static String root(String expression) {
        Matcher name = NAME.matcher(expression);
        return name.find() ? name.group() : "";
    }

    private static boolean balanced(String text) {
        return text.chars().filter(c -> c == '(').count()
                == text.chars().filter(c -> c == ')').count();
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            } else if (!quoted && depth == 0 && c == separator) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
