package uk.gov.warwickshire.gateway.rights.hold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.rights.retention.Places;
import uk.gov.warwickshire.gateway.rights.retention.Service;

/** Turns what a person writes into what stands in the tables: ids of families, tokens of resources. */
final class ScopeCheck {

    private static final Pattern QUERY = Pattern.compile("([A-Z][A-Za-z]+)\\?([a-z-]+=[^&=]+(?:&[a-z-]+=[^&=]+)*)");
    private static final Pattern NHS_NUMBER = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");

    private final JdbcTemplate jdbc;

    ScopeCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Stream<HoldScope> stored(HoldScope scope) {
        return values(scope).distinct().map(value -> new HoldScope(scope.kind(), value, scope.from(), scope.until()));
    }

    private Stream<String> values(HoldScope scope) {
        return switch (scope.kind()) {
            case CHILD -> child(scope.value());
            case FAMILY -> family(scope.value());
            case SERVICE -> Stream.of(service(scope.value()));
            case PLACE -> Stream.of(Places.canonical(scope.value()));
            case WORKER -> Stream.of(scope.value());
            case PERIOD -> Stream.of("");
            case QUERY -> Stream.of(query(scope.value()));
        };
    }

    private Stream<String> child(String value) {
        if (!NHS_NUMBER.matcher(value).matches()) {
            return Stream.of(value);
        }
        List<String> known = jdbc.queryForList(
                "select child_id from child where nhs_number = ?", String.class, value.replace(" ", ""));
        if (known.isEmpty()) {
            throw new IllegalArgumentException("No child with this NHS number is held; name the council's id.");
        }
        return known.stream();
    }

    /** All ties of the family of a child, or the named family or mother itself. */
    private Stream<String> family(String value) {
        List<String> ofChild = jdbc.queryForList(
                "select distinct unnest(families) from retention_child where child_id = ?", String.class, value);
        return Stream.concat(ofChild.stream(), Stream.of("F:" + value, "M:" + value));
    }

    private static String service(String value) {
        return Service.ofCode(value.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .map(Service::name)
                .orElseThrow(() -> new IllegalArgumentException("No such service; there are "
                        + Stream.of(Service.values()).map(Service::code).collect(Collectors.joining(", ")) + "."));
    }

    /** `CarePlan?status=active` as the store's tokens have it: `CarePlan.status|active`. */
    private static String query(String value) {
        var parts = QUERY.matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Write the query as Type?parameter=value&parameter=value.");
        }
        return Arrays.stream(parts.group(2).split("&"))
                .map(pair -> parts.group(1) + "." + pair.replaceFirst("=", "|"))
                .collect(Collectors.joining("&"));
    }
}
