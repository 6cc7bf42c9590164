package uk.gov.warwickshire.gateway.store.search;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a parameter: alternatives with commas between. */
final class ValueParser {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern LOCAL = Pattern.compile("([A-Z][A-Za-z]+)/([^/]+)(?:/_history/[^/]+)?");
    private static final Pattern PREFIXED = Pattern.compile("([a-z]{2})?([-+0-9].*)");
    /** Bounds work: a number of a million digits would be one of a million digits to compare. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][-+]?\\d)?");

    private final String serverBase;

    private final Clock clock;

    ValueParser(String serverBase, Clock clock) {
        this.serverBase = serverBase + "/";
        this.clock = clock;
    }

    Criterion ids(ParameterName name, String value) {
        boolean not = onlyModifier(name, "not");
        return new Criterion.Id(each(value, one -> id(name, Escapes.unescape(one))), not);
    }

    Criterion lastUpdated(ParameterName name, String value) {
        noModifier(name, "none");
        return new Criterion.LastUpdated(each(value, one -> date(name, one)));
    }

    Criterion tokens(SearchParameterDefinition definition, ParameterName name, String value) {
        boolean not = onlyModifier(name, "not", "missing");
        return new Criterion.Token(definition, each(value, one -> token(name, one)), not);
    }

    Criterion texts(SearchParameterDefinition definition, ParameterName name, String value) {
        Criterion.StringMatch match =
                switch (name.modifier().orElse("")) {
                    case "" -> Criterion.StringMatch.PREFIX;
                    case "exact" -> Criterion.StringMatch.EXACT;
                    case "contains" -> Criterion.StringMatch.CONTAINS;
                    default -> throw name.unsupportedModifier("exact, contains, missing");
                };
        return new Criterion.Text(definition, match, each(value, one -> text(name, one)));
    }

    Criterion dates(SearchParameterDefinition definition, ParameterName name, String value) {
        noModifier(name, "missing");
        return new Criterion.Date(definition, each(value, one -> date(name, one)));
    }

    Criterion uris(SearchParameterDefinition definition, ParameterName name, String value) {
        noModifier(name, "missing");
        return new Criterion.Uri(definition, each(value, one -> text(name, one)));
    }

    Criterion quantities(SearchParameterDefinition definition, ParameterName name, String value) {
        noModifier(name, "missing");
        return new Criterion.Quantity(definition, each(value, one -> quantity(name, one)));
    }

    Criterion references(SearchParameterDefinition definition, ParameterName name, String value) {
        String modifier = name.modifier().orElse("");
        if (modifier.equals("identifier")) {
            return new Criterion.ReferenceIdentifier(definition, each(value, one -> token(name, one)));
        }
        if (!modifier.isEmpty() && !(ServedTypes.ALL.contains(modifier) && definition.mayPointTo(modifier))) {
            throw name.unsupportedModifier("identifier, missing, or a type this reference may point to");
        }
        Optional<String> type = Optional.of(modifier).filter(m -> !m.isEmpty());
        return new Criterion.Reference(definition, each(value, one -> reference(name, type, Escapes.unescape(one))));
    }

    static boolean bool(ParameterName name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw name.malformed("true or false");
        };
    }

    private ReferenceValue reference(ParameterName name, Optional<String> type, String value) {
        String local = value.startsWith(serverBase) ? value.substring(serverBase.length()) : value;
        Matcher typed = LOCAL.matcher(local);
        if (typed.matches()) {
            if (type.filter(t -> !t.equals(typed.group(1))).isPresent()) {
                throw name.malformed("a reference of the type the modifier names");
            }
            return new ReferenceValue(Optional.of(typed.group(1)), id(name, typed.group(2)), false);
        }
        if (ID.matcher(local).matches()) {
            return new ReferenceValue(type, local, false);
        }
        if (local.startsWith("http://") || local.startsWith("https://") || local.startsWith("urn:")) {
            return new ReferenceValue(type, local, true);
        }
        throw name.malformed("an id, Type/id or an absolute URL");
    }

    private static TokenValue token(ParameterName name, String value) {
        List<String> parts =
                Escapes.split(value, '|').stream().map(Escapes::unescape).toList();
        String code = parts.get(parts.size() - 1);
        if (parts.size() > 2 || (code.isBlank() && parts.get(0).isBlank())) {
            throw name.malformed("code, system|code, |code or system|, with any other | escaped as \\|");
        }
        Optional<String> system = parts.size() == 2 ? Optional.of(parts.get(0)) : Optional.empty();
        return new TokenValue(system, Optional.of(code).filter(c -> !c.isEmpty()));
    }

    private DateValue date(ParameterName name, String value) {
        Matcher parts = PREFIXED.matcher(value);
        String expected = "a date of FHIR, like 2025, 2025-04, 2025-04-01 or 2025-04-01T10:00:00%2B01:00, with at most "
                + "one of the prefixes eq ne gt lt ge le sa eb ap";
        if (!parts.matches()) {
            throw name.malformed(expected);
        }
        Prefix prefix = prefix(parts).orElseThrow(() -> name.malformed(expected));
        DateRange range = DateRange.parse(parts.group(2)).orElseThrow(() -> name.malformed(expected));
        return new DateValue(prefix, prefix == Prefix.AP ? range.approximate(clock.instant()) : range);
    }

    private static QuantityValue quantity(ParameterName name, String value) {
        List<String> parts =
                Escapes.split(value, '|').stream().map(Escapes::unescape).toList();
        Matcher number = PREFIXED.matcher(parts.get(0));
        String expected = "a number, number|system|code or number||code, with at most one prefix";
        if (!number.matches()
                || !NUMBER.matcher(number.group(2)).matches()
                || (parts.size() != 1 && parts.size() != 3)) {
            throw name.malformed(expected);
        }
        return new QuantityValue(
                prefix(number).orElseThrow(() -> name.malformed(expected)),
                new BigDecimal(number.group(2)),
                Optional.of(parts).filter(p -> p.size() == 3).map(p -> p.get(1)).filter(s -> !s.isEmpty()),
                Optional.of(parts).filter(p -> p.size() == 3).map(p -> p.get(2)).filter(s -> !s.isEmpty()));
    }

    private static Optional<Prefix> prefix(Matcher parts) {
        return parts.group(1) == null ? Optional.of(Prefix.EQ) : Prefix.ofCode(parts.group(1));
    }

    private static String id(ParameterName name, String value) {
        if (!ID.matcher(value).matches()) {
            throw name.malformed("an id: at most 64 letters, digits, hyphens and dots");
        }
        return value;
    }

    private static String text(ParameterName name, String value) {
        String text = Escapes.unescape(value);
        if (text.isBlank()) {
            throw name.malformed("something other than spaces");
        }
        return text;
    }

    private static <T> List<T> each(String value, Function<String, T> parser) {
        return Escapes.split(value, ',').stream().map(parser).toList();
    }

    private static boolean onlyModifier(ParameterName name, String modifier, String... others) {
        if (name.modifier().isEmpty()) {
            return false;
        }
        if (!name.modifier().get().equals(modifier)) {
            throw name.unsupportedModifier(modifier + (others.length == 0 ? "" : ", " + String.join(", ", others)));
        }
        return true;
    }

    private static void noModifier(ParameterName name, String supported) {
        if (name.modifier().isPresent()) {
            throw name.unsupportedModifier(supported);
        }
    }
}
