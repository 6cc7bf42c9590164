package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.List;

/** Adds to a condition what may be seen. */
sealed interface Visibility {

    /** Conditions for resources of a type, or of any if it is empty. */
    void of(Sql sql, String alias, String type);

    /** As {@link #of}, but a child's own Patient may always decide whether the child's resources are found. */
    void ofSubject(Sql sql, String alias);

    /** Before the gate has decided: which children a search is about, not what of them is shown. */
    record Everything() implements Visibility {
        @Override
        public void of(Sql sql, String alias, String type) {
            sql.add("true");
        }

        @Override
        public void ofSubject(Sql sql, String alias) {
            sql.add("true");
        }
    }

    record Scoped(List<String> all, List<String> whole, List<String> partly, List<String> references, SearchScope scope)
            implements Visibility {

        static Scoped of(SearchScope scope) {
            List<String> whole = new ArrayList<>();
            List<String> partly = new ArrayList<>();
            List<String> references = new ArrayList<>();
            scope.children().forEach((child, visible) -> {
                if (visible instanceof SearchScope.Visible.Only only) {
                    partly.add(child);
                    references.addAll(only.references());
                } else {
                    whole.add(child);
                }
            });
            return new Scoped(List.copyOf(scope.children().keySet()), whole, partly, references, scope);
        }

        @Override
        public void of(Sql sql, String alias, String type) {
            sql.add("(");
            boolean directory = !type.isEmpty() && ServedTypes.isDirectory(type);
            if (!directory) {
                ofChildren(sql, alias);
            }
            if (type.isEmpty()) {
                sql.add(" or ");
            }
            if (directory || type.isEmpty()) {
                ofDirectory(sql, alias);
            }
            sql.add(")");
        }

        @Override
        public void ofSubject(Sql sql, String alias) {
            sql.add(alias + ".child_id = any(?)", all);
        }

        /** One condition on the child where one will do: it leads the primary key. */
        private void ofChildren(Sql sql, String alias) {
            if (!whole.isEmpty() || partly.isEmpty()) {
                sql.add(alias + ".child_id = any(?)", whole);
            }
            if (!partly.isEmpty()) {
                sql.add(whole.isEmpty() ? "" : " or ");
                sql.add("(" + alias + ".child_id = any(?)", partly);
                sql.add(" and " + alias + ".type || '/' || " + alias + ".id = any(?))", references);
            }
        }

        private void ofDirectory(Sql sql, String alias) {
            sql.add("(" + alias + ".child_id = ''");
            if (scope.directory() instanceof SearchScope.Visible.Only only) {
                sql.add(" and " + alias + ".type || '/' || " + alias + ".id = any(?)", only.references());
            } else if (scope.directory() instanceof SearchScope.Visible.OfCategories some) {
                sql.add(" and " + alias + ".category = any(?)", some.codes());
            }
            sql.add(")");
        }
    }
}
