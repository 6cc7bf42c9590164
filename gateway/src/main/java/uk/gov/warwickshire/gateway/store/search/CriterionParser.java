package uk.gov.warwickshire.gateway.store.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one parameter that narrows a search. */
final class CriterionParser {

    private static final int MAX_LINKS = 3;
    private static final String HAS = "_has:";

    private final SearchParameters parameters;
    private final ValueParser values;

    CriterionParser(SearchParameters parameters, String serverBase, Clock clock) {
        this.parameters = parameters;
        this.values = new ValueParser(serverBase, clock);
    }

    /** @return empty if the type has no such parameter */
    Optional<Criterion> parse(String type, String name, String value) {
        return parse(type, name, value, 0);
    }

    private Optional<Criterion> parse(String type, String name, String value, int links) {
        if (links > MAX_LINKS) {
            throw new InvalidSearchException(name, "follows more than " + MAX_LINKS + " references; ask in two steps");
        }
        if (name.startsWith(HAS)) {
            return has(type, name, value, links);
        }
        ParameterName parsed = ParameterName.parse(name);
        if (parsed.chain().isEmpty() && parsed.code().equals("_id")) {
            return Optional.of(values.ids(parsed, value));
        }
        if (parsed.chain().isEmpty() && parsed.code().equals("_lastUpdated")) {
            return Optional.of(values.lastUpdated(parsed, value));
        }
        return parameters.find(type, parsed.code()).flatMap(definition -> parsed.chain()
                .map(chain -> chained(definition, parsed, chain, value, links))
                .orElseGet(() -> Optional.of(plain(definition, parsed, value))));
    }

    private Criterion plain(SearchParameterDefinition definition, ParameterName name, String value) {
        if (name.modifier().filter("missing"::equals).isPresent()) {
            return new Criterion.Missing(definition, ValueParser.bool(name, value));
        }
        return switch (definition.type()) {
            case TOKEN -> values.tokens(definition, name, value);
            case STRING -> values.texts(definition, name, value);
            case DATE -> values.dates(definition, name, value);
            case REFERENCE -> values.references(definition, name, value);
            case URI -> values.uris(definition, name, value);
            case QUANTITY -> values.quantities(definition, name, value);
        };
    }

    private Optional<Criterion> chained(
            SearchParameterDefinition definition, ParameterName name, String chain, String value, int links) {
        if (definition.type() != ParameterType.REFERENCE) {
            throw new InvalidSearchException(name.written(), "only a reference can be followed by a dot");
        }
        List<Criterion.Target> targets = new ArrayList<>();
        for (String target : targets(definition, name)) {
            parse(target, chain, value, links + 1)
                    .ifPresent(criterion -> targets.add(new Criterion.Target(target, criterion)));
        }
        return targets.isEmpty() ? Optional.empty() : Optional.of(new Criterion.Chain(definition, targets));
    }

    private static List<String> targets(SearchParameterDefinition definition, ParameterName name) {
        if (PatientCriteria.isSubject(definition) && name.modifier().isEmpty()) {
            return List.of("Patient"); // what is held is about children, whatever else R4 lets be a subject
        }
        List<String> served = ServedTypes.ALL.stream()
                .filter(type -> definition.mayPointTo(type)
                        && name.modifier().map(type::equals).orElse(true))
                .toList();
        if (served.isEmpty() && name.modifier().isPresent()) {
            throw name.unsupportedModifier("a type of resource this reference may point to");
        }
        return served;
    }

    /** `_has:Flag:patient:code`. */
    private Optional<Criterion> has(String type, String name, String value, int links) {
        String[] parts = name.substring(HAS.length()).split(":", 3);
        if (parts.length < 3 || !parameters.serves(parts[0])) {
            throw new InvalidSearchException(name, "expected _has:Type:reference:parameter, of a type that is served");
        }
        SearchParameterDefinition reference = parameters
                .find(parts[0], parts[1])
                .filter(found -> found.type() == ParameterType.REFERENCE && found.mayPointTo(type))
                .orElseThrow(() ->
                        new InvalidSearchException(name, "the second part is no reference that may point to " + type));
        return parse(parts[0], parts[2], value, links + 1).map(criterion -> new Criterion.Has(reference, criterion));
    }
}
