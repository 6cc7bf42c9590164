package uk.gov.warwickshire.gateway.store.search;

/** Conditions on a row `v` of `resource_quantity`. */
final class QuantitySql {

    private QuantitySql() {}

    static void add(Sql sql, QuantityValue value) {
        sql.add("(");
        switch (value.prefix()) {
            case EQ -> sql.add("v.value >= ? and v.value < ?", value.low(), value.high());
            case NE -> sql.add("(v.value < ? or v.value >= ?)", value.low(), value.high());
            case GT, SA -> sql.add("v.value > ?", value.number());
            case LT, EB -> sql.add("v.value < ?", value.number());
            case GE -> sql.add("v.value >= ?", value.number());
            case LE -> sql.add("v.value <= ?", value.number());
            case AP -> {
                var tenth = value.number().abs().movePointLeft(1);
                sql.add(
                        "v.value between ? and ?",
                        value.number().subtract(tenth),
                        value.number().add(tenth));
            }
        }
        value.system().ifPresent(system -> sql.add(" and v.system = ?", system));
        // Without a system the unit as a person reads it counts too (R4 search 3.1.1.5.8).
        value.unit().ifPresent(unit -> {
            if (value.system().isPresent()) {
                sql.add(" and v.code = ?", unit);
            } else {
                sql.add(" and (v.code = ? or v.unit = ?)", unit, unit);
            }
        });
        sql.add(")");
    }
}
