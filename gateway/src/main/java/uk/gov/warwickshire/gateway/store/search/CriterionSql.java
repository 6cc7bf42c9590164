package uk.gov.warwickshire.gateway.store.search;

import java.util.Collection;
import java.util.List;

/** Conditions of a search as SQL on a row of `resource`, which goes by an alias. */
final class CriterionSql {

    /** Says what the partial indexes say, so that the planner sees that it may use them. */
    private static final String SEARCHED_WITHOUT_CHILD =
            " and coalesce(%1$s.child_id = '' or %1$s.type = 'Patient', false)";

    private final Visibility visibility;
    private int aliases;

    CriterionSql(Visibility visibility) {
        this.visibility = visibility;
    }

    /** `alias.type = ... ` and whatever lets an index be used. The type is one of ours, no input. */
    static void type(Sql sql, String alias, String type) {
        if (!ServedTypes.ALL.contains(type)) {
            throw new IllegalArgumentException("not a type that is served");
        }
        sql.add(alias + ".type = '" + type + "'");
        if (ServedTypes.isDirectory(type) || type.equals("Patient")) {
            sql.add(SEARCHED_WITHOUT_CHILD.formatted(alias));
        }
    }

    /**
     * As {@link #type}, where no child is known. The tokens of a condition name the type: asked for it as well, the planner
     * would go through all resources of the type to compare.
     */
    static void type(Sql sql, String alias, String type, Collection<Criterion> criteria) {
        if (type.equals("Patient") && criteria.stream().anyMatch(CriterionSql::isOfTokens)) {
            sql.add("coalesce(" + alias + ".type = 'Patient', false)" + SEARCHED_WITHOUT_CHILD.formatted(alias));
        } else {
            type(sql, alias, type);
        }
    }

    private static boolean isOfTokens(Criterion criterion) {
        return (criterion instanceof Criterion.Token token && !token.not())
                || criterion instanceof Criterion.ReferenceIdentifier;
    }

    void add(Sql sql, String alias, Criterion criterion) {
        if (criterion instanceof Criterion.Id id) {
            sql.add(id.not() ? "not " : "").add(alias + ".id = any(?)", id.ids());
        } else if (criterion instanceof Criterion.Token token) {
            List<String> tokens = TokenSql.tokens(token.parameter().key(), token.values());
            sql.add(token.not() ? "not " : "").add("(" + alias + ".tokens && ?::text[])", tokens);
        } else if (criterion instanceof Criterion.Uri uri) {
            String key = uri.parameter().key();
            List<String> tokens =
                    uri.values().stream().map(value -> Tokens.plain(key, value)).toList();
            sql.add(alias + ".tokens && ?::text[]", tokens);
        } else if (criterion instanceof Criterion.Missing missing) {
            List<String> present = List.of(Tokens.present(missing.parameter().key()));
            sql.add(missing.missing() ? "not " : "").add("(" + alias + ".tokens @> ?::text[])", present);
        } else if (criterion instanceof Criterion.LastUpdated updated) {
            sql.anyOf(updated.values(), value -> RangeSql.lastUpdated(sql, alias, value));
        } else if (criterion instanceof Criterion.Reference reference) {
            sql.add(alias + ".tokens && ?::text[]", TokenSql.references(reference));
        } else if (criterion instanceof Criterion.ReferenceIdentifier identifier) {
            identifier(sql, alias, identifier);
        } else if (criterion instanceof Criterion.Chain chain) {
            sql.anyOf(chain.targets(), target -> chain(sql, alias, chain.parameter(), target));
        } else if (criterion instanceof Criterion.Has has) {
            has(sql, alias, has);
        } else {
            value(sql, alias, criterion);
        }
    }

    /** Conditions on values that have a table of their own. */
    private static void value(Sql sql, String alias, Criterion criterion) {
        if (criterion instanceof Criterion.Text text) {
            exists(sql, "resource_text", alias, text.parameter());
            sql.anyOf(text.values(), value -> TextSql.add(sql, text.match(), value));
        } else if (criterion instanceof Criterion.Date date) {
            exists(sql, "resource_range", alias, date.parameter());
            sql.anyOf(date.values(), value -> RangeSql.add(sql, value));
        } else if (criterion instanceof Criterion.Quantity quantity) {
            exists(sql, "resource_quantity", alias, quantity.parameter());
            sql.anyOf(quantity.values(), value -> QuantitySql.add(sql, value));
        } else {
            throw new IllegalStateException("a condition without SQL");
        }
        sql.add(")");
    }

    private static void exists(Sql sql, String table, String alias, SearchParameterDefinition parameter) {
        sql.add(
                "exists (select 1 from " + table + " v where v.child_id = " + alias + ".child_id and v.type = " + alias
                        + ".type and v.id = " + alias + ".id and v.parameter = ? and ",
                parameter.key());
        if (ServedTypes.isDirectory(parameter.base()) || parameter.base().equals("Patient")) {
            sql.add("coalesce(v.child_id = '' or v.type = 'Patient', false) and ");
        }
    }

    private void chain(Sql sql, String alias, SearchParameterDefinition parameter, Criterion.Target target) {
        String pointedTo = nextAlias();
        pointedTo(sql, alias, parameter, pointedTo, target);
        sql.add(" and ");
        add(sql, pointedTo, target.criterion());
        sql.add(" and ");
        boolean ownIdentifier = PatientCriteria.isSubject(parameter)
                && target.type().equals("Patient")
                && PatientCriteria.namesPatients(target.criterion());
        if (ownIdentifier) {
            visibility.ofSubject(sql, pointedTo);
        } else {
            visibility.of(sql, pointedTo, target.type());
        }
        sql.add(")");
    }

    /** Of the reference itself; of a child also the Patient's own, which is how partners know it. */
    private void identifier(Sql sql, String alias, Criterion.ReferenceIdentifier asked) {
        SearchParameterDefinition parameter = asked.parameter();
        List<String> ofReference = TokenSql.tokens(Tokens.identifierKey(parameter.key()), asked.values());
        sql.add("(" + alias + ".tokens && ?::text[]", ofReference);
        if (PatientCriteria.isSubject(parameter)) {
            String patient = nextAlias();
            sql.add(" or ");
            pointedTo(sql, alias, parameter, patient, new Criterion.Target("Patient", asked));
            List<String> ofPatient = TokenSql.tokens("Patient.identifier", asked.values());
            sql.add(" and " + patient + ".tokens && ?::text[] and ", ofPatient);
            visibility.ofSubject(sql, patient);
            sql.add(")");
        }
        sql.add(")");
    }

    /** Asked once for the statement, not once for each row: which resources are pointed to. */
    private static void pointedTo(
            Sql sql, String alias, SearchParameterDefinition parameter, String pointedTo, Criterion.Target target) {
        sql.add(
                alias + ".tokens && array(select ?::text || " + pointedTo + ".type || '/' || " + pointedTo
                        + ".id from resource " + pointedTo + " where ",
                Tokens.referencePrefix(parameter.key()));
        type(sql, pointedTo, target.type(), List.of(target.criterion()));
    }

    private void has(Sql sql, String alias, Criterion.Has has) {
        String pointing = nextAlias();
        String type = has.parameter().base();
        sql.add("exists (select 1 from resource " + pointing + " where ");
        type(sql, pointing, type);
        sql.add(
                " and " + pointing + ".tokens @> array[?::text || " + alias + ".type || '/' || " + alias + ".id] and ",
                Tokens.referencePrefix(has.parameter().key()));
        add(sql, pointing, has.criterion());
        sql.add(" and ");
        visibility.of(sql, pointing, type);
        sql.add(")");
    }

    private String nextAlias() {
        return "t" + ++aliases;
    }
}
