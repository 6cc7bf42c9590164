package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Optional;

/**
 * Sort keys as columns `k0`, `k1` ... of the matches. Of several values the least counts upwards and the greatest downwards;
 * dates by when they begin.
 */
final class SortSql {

    private final List<SortKey> keys;

    SortSql(List<SortKey> keys) {
        this.keys = keys;
    }

    /** `, expression as k0 ...`. */
    void columns(Sql sql) {
        for (int i = 0; i < keys.size(); i++) {
            sql.add(", ");
            column(sql, keys.get(i));
            sql.add(" as k" + i);
        }
    }

    private static void column(Sql sql, SortKey key) {
        String extreme = key.descending() ? "max" : "min";
        if (key.by() instanceof SortKey.By.Id) {
            sql.add("r.id");
        } else if (key.by() instanceof SortKey.By.LastUpdated) {
            sql.add("r.last_updated");
        } else if (key.by() instanceof SortKey.By.Parameter parameter) {
            ofParameter(sql, extreme, parameter.definition());
        }
    }

    private static void ofParameter(Sql sql, String extreme, SearchParameterDefinition parameter) {
        String ofThis = " v where v.child_id = r.child_id and v.type = r.type and v.id = r.id and v.parameter = ?)";
        String key = parameter.key();
        switch (parameter.type()) {
            case STRING -> sql.add("(select " + extreme + "(v.normal) from resource_text" + ofThis, key);
            case DATE -> sql.add("(select " + extreme + "(v.low) from resource_range" + ofThis, key);
            case QUANTITY -> sql.add("(select " + extreme + "(v.value) from resource_quantity" + ofThis, key);
            case TOKEN, REFERENCE, URI -> {
                String prefix =
                        parameter.type() == ParameterType.URI ? Tokens.plain(key, "") : Tokens.referencePrefix(key);
                sql.add(
                        "(select " + extreme + "(t collate \"C\") from unnest(r.tokens) t where starts_with(t, ?))",
                        prefix);
            }
        }
    }

    /** `where`: behind the last match of the page before. */
    void after(Sql sql, Continuation last) {
        sql.add(" where (");
        for (int i = 0; i <= keys.size(); i++) {
            sql.add(i == 0 ? "(" : " or (");
            for (int j = 0; j < i; j++) {
                same(sql, j, last.sortValues().get(j));
                sql.add(" and ");
            }
            if (i == keys.size()) {
                sql.add("q.id > ?", last.lastId());
            } else {
                behind(sql, i, last.sortValues().get(i));
            }
            sql.add(")");
        }
        sql.add(")");
    }

    private void same(Sql sql, int key, Optional<String> value) {
        if (value.isEmpty()) {
            sql.add("q.k" + key + " is null");
        } else {
            sql.add("q.k" + key + " = ?" + cast(key), value.get());
        }
    }

    /** Nothing is behind the resources without a value. */
    private void behind(Sql sql, int key, Optional<String> value) {
        if (value.isEmpty()) {
            sql.add("false");
            return;
        }
        String sign = keys.get(key).descending() ? " < " : " > ";
        sql.add("(q.k" + key + sign + "?" + cast(key) + " or q.k" + key + " is null)", value.get());
    }

    void order(Sql sql) {
        sql.add(" order by ");
        for (int i = 0; i < keys.size(); i++) {
            sql.add("q.k" + i + (keys.get(i).descending() ? " desc" : "") + " nulls last, ");
        }
        sql.add("q.id");
    }

    private String cast(int key) {
        SortKey.By by = keys.get(key).by();
        if (by instanceof SortKey.By.LastUpdated) {
            return "::timestamptz";
        }
        if (by instanceof SortKey.By.Parameter parameter) {
            return switch (parameter.definition().type()) {
                case DATE -> "::timestamptz";
                case QUANTITY -> "::numeric";
                default -> "::text collate \"C\"";
            };
        }
        return "::text";
    }
}
