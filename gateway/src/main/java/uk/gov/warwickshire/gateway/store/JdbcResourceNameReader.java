package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.fhir.Category;

@Component
class JdbcResourceNameReader implements ResourceNameReader {

    private final JdbcTemplate jdbc;

    JdbcResourceNameReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ResourceName> names(Collection<String> childIds) {
        if (childIds.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "select child_id, type, id, category, about_person from resource where child_id = any(?)",
                ps -> ps.setArray(1, texts(ps, childIds)),
                (row, i) -> new ResourceName(
                        row.getString("child_id"),
                        row.getString("type"),
                        row.getString("id"),
                        Category.ofCode(row.getString("category")).orElseThrow(),
                        Optional.ofNullable(row.getString("about_person"))));
    }
}
