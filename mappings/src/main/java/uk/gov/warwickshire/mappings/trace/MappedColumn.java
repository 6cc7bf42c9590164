package uk.gov.warwickshire.mappings.trace;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/**
 * A line of the register: what becomes of one source column.
 *
 * @param table {@code ssd_...}, {@code identity} or {@code directory}
 * @param codeList by which its values are read, of kind CODE
 * @param elements what it has an effect on, {@code CarePlan[pathway-plan].author}; a type alone means that the column
 *     decides whether there is such a resource; empty for a column that is not mapped
 * @param remark why it is not mapped, or what a reader of the line should know
 */
public record MappedColumn(
        String table,
        String column,
        ColumnKind kind,
        Optional<CodeList> codeList,
        List<String> elements,
        String remark) {
    public MappedColumn {
        elements = List.copyOf(elements);
        if (elements.isEmpty() && remark.isBlank()) {
            throw new IllegalArgumentException(table + "." + column + " is not mapped and does not say why");
        }
        if ((kind == ColumnKind.CODE) != codeList.isPresent()) {
            throw new IllegalArgumentException(table + "." + column + " needs a code list exactly if it holds codes");
        }
    }

    public boolean isMapped() {
        return !elements.isEmpty();
    }

    public String name() {
        return table + "." + column;
    }
}
