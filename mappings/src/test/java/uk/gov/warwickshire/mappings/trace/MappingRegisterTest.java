package uk.gov.warwickshire.mappings.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** The register tells the truth about readers and mappers, whole. */
class MappingRegisterTest {

    private static final Path SPECIFICATION =
            Path.of("../../shared/data/socialcare/ssd/data_objects_specification.csv");
    /** Which the reference on source formats lists as core for this gateway. */
    private static final Set<String> CORE = Set.of(
            "ssd_person",
            "ssd_address",
            "ssd_disability",
            "ssd_family",
            "ssd_mother",
            "ssd_linked_identifiers",
            "ssd_cin_episodes",
            "ssd_cin_assessments",
            "ssd_assessment_factors",
            "ssd_cin_plans",
            "ssd_s47_enquiry",
            "ssd_initial_cp_conference",
            "ssd_cp_plans",
            "ssd_cp_reviews",
            "ssd_cla_episodes",
            "ssd_cla_placement",
            "ssd_legal_status",
            "ssd_care_leavers",
            "ssd_involvements",
            "ssd_professionals",
            "ssd_department",
            "ssd_immigration_status",
            "ssd_missing");

    private static final Map<String, Set<String>> SEEN = Traces.seen();

    static Stream<MappedColumn> columns() {
        return MappingRegister.STANDARD.columns().stream();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnHasTheDeclaredEffectsAndNoOthers(MappedColumn column) {
        assertThat(SEEN.getOrDefault(column.name(), Set.of()))
                .as("%s: seen in the cases, against mapping-register.csv", column.name())
                .isEqualTo(new TreeSet<>(column.elements()));
    }

    /** Else "changes nothing" would say nothing. */
    @ParameterizedTest
    @MethodSource("columns")
    void aColumnIsFilledInSomeCase(MappedColumn column) {
        assertThat(Traces.ALL)
                .as("cases with a value in %s", column.name())
                .anyMatch(one -> one.golden().source().cells().stream()
                        .anyMatch(c ->
                                c.table().equals(column.table()) && c.column().equals(column.column())));
    }

    @Test
    void aRowOfAnotherChildIsNotThisChilds() {
        for (Traces.Traced one : Traces.ALL) {
            for (Cell cell : one.golden().source().cells()) {
                if (isOwnerOfAResource(cell)) {
                    ChildSource other = one.golden().source().with(cell, "someone-else");

                    assertThat(Traces.TRACE.mapped(other, UnaryOperator.identity()))
                            .as("%s with %s of another child", one.golden(), cell)
                            .isNotEqualTo(java.util.Optional.of(one.mapped()));
                }
            }
        }
    }

    @Test
    void everyColumnThatIsReadStandsInTheRegister() {
        for (SsdTable table : SsdTable.values()) {
            table.columns()
                    .forEach(column -> assertThat(MappingRegister.STANDARD.column(table.tableName(), column.name()))
                            .as("%s.%s", table.tableName(), column.name())
                            .isPresent());
        }
    }

    @Test
    void everyCoreTableStandsInTheRegister() {
        assertThat(columns().map(MappedColumn::table).filter(table -> table.startsWith("ssd_")))
                .containsOnlyElementsOf(CORE);
    }

    @Test
    void everyColumnOfTheSpecificationsCoreTablesStandsInTheRegister() throws IOException {
        assumeTrue(Files.exists(SPECIFICATION), "the specification is not at hand: " + SPECIFICATION);
        Matcher named = Pattern.compile(",(ssd_[a-z0-9_]+),[^,\\n]*,[^,\\n]*,[^,\\n]*,[^,\\n]*,([a-z0-9_]+),")
                .matcher(Files.readString(SPECIFICATION));
        List<String> missing = named.results()
                .filter(found -> CORE.contains(found.group(1)))
                .map(found -> found.group(1) + "." + found.group(2))
                .filter(column -> !column.equals("ssd_person.pers_common_child_id")) // now pers_single_unique_id
                .filter(column -> columns().noneMatch(c -> c.name().equals(column)))
                .toList();

        assertThat(named.reset().results().count()).isGreaterThan(300);
        assertThat(named.reset().results().map(found -> found.group(1))).containsAll(CORE);
        assertThat(missing).isEmpty();
    }

    private static boolean isOwnerOfAResource(Cell cell) {
        return MappingRegister.STANDARD
                        .column(cell.table(), cell.column())
                        .filter(column -> column.kind() == ColumnKind.OWNER)
                        .isPresent()
                && columns().anyMatch(c -> c.table().equals(cell.table()) && c.isMapped());
    }
}
