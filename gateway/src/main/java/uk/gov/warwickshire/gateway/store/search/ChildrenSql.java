package uk.gov.warwickshire.gateway.store.search;

import java.util.List;

/** Asks for the children a search is about, before anything is known of what may be seen. */
final class ChildrenSql {

    private ChildrenSql() {}

    static Sql of(SearchQuery query, int limit) {
        Sql sql = new Sql();
        CriterionSql criteria = new CriterionSql(new Visibility.Everything());
        if (query.type().equals("Patient")) {
            sql.add("select distinct p.child_id from resource p where ");
            CriterionSql.type(sql, "p", "Patient", query.criteria());
            for (Criterion criterion : query.criteria()) {
                sql.add(" and ");
                criteria.add(sql, "p", criterion);
            }
        } else {
            String between = "select distinct s.child_id from (";
            for (Criterion criterion : query.criteria()) {
                if (PatientCriteria.namesPatients(criterion)) {
                    sql.add(between);
                    ofSubject(sql, criteria, query.type(), criterion);
                    between = " intersect ";
                }
            }
            sql.add(") s");
        }
        return sql.add(" limit ?", limit);
    }

    private static void ofSubject(Sql sql, CriterionSql criteria, String type, Criterion criterion) {
        sql.add("select p.child_id from resource p where ");
        if (criterion instanceof Criterion.Id id) {
            CriterionSql.type(sql, "p", type);
            sql.add(" and p.id = any(?)", id.ids());
            return;
        }
        CriterionSql.type(sql, "p", "Patient", asked(criterion));
        sql.add(" and ");
        if (criterion instanceof Criterion.Reference reference) {
            sql.add("p.id = any(?)", patientIds(reference));
        } else if (criterion instanceof Criterion.ReferenceIdentifier identifier) {
            sql.add("p.tokens && ?::text[]", TokenSql.tokens("Patient.identifier", identifier.values()));
        } else if (criterion instanceof Criterion.Chain chain) {
            sql.anyOf(chain.targets(), target -> criteria.add(sql, "p", target.criterion()));
        } else {
            throw new IllegalStateException("does not name a patient");
        }
    }

    /** What is asked of the Patient. */
    private static List<Criterion> asked(Criterion criterion) {
        return criterion instanceof Criterion.Chain chain && chain.targets().size() == 1
                ? List.of(chain.targets().get(0).criterion())
                : List.of(criterion);
    }

    private static List<String> patientIds(Criterion.Reference reference) {
        return reference.values().stream()
                .filter(value ->
                        !value.absolute() && value.type().map("Patient"::equals).orElse(true))
                .map(ReferenceValue::value)
                .toList();
    }
}
