package uk.gov.warwickshire.gateway.store.search;

/** Conditions on a row `v` of `resource_text`. */
final class TextSql {

    /** The last code point: sorts behind whatever else may follow a prefix. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private TextSql() {}

    static void add(Sql sql, Criterion.StringMatch match, String value) {
        switch (match) {
            // The normal form narrows by index what exactness decides.
            case EXACT -> sql.add("(v.normal = ? and v.exact = ?)", Normal.of(value), Normal.exact(value));
            // A range rather than `like`: its index is found whatever plan is kept.
            case PREFIX -> sql.add("(v.normal >= ? and v.normal < ?)", Normal.of(value), Normal.of(value) + LAST);
            case CONTAINS -> sql.add("v.normal like ?", "%" + escaped(Normal.of(value)) + "%");
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
