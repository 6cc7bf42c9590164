package uk.gov.warwickshire.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Lookups stay as fast as they are only while they use their index: 60,000 resources of 20,000 children. */
class StorePlansTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void fill() {
        DATABASE.jdbc().execute("""
                insert into child select 'c' || n, (9000000000 + n)::text, '01', '2015-01-01', 'CV', false, 1, now()
                  from generate_series(1, 20000) n
                """);
        DATABASE.jdbc().execute("""
                insert into resource
                select 'c' || n, t, t || n, 1, now(), 'demographics', null, '', '', array[t || '.identifier|s|' || n], '{}'
                  from generate_series(1, 20000) n, unnest(array['Patient', 'Flag', 'CarePlan']) t
                """);
        DATABASE.jdbc().execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resource_pkey | select * from resource where child_id = any(array['c1', 'c2'])",
                "resource_by_id | select * from resource where type = 'Flag' and id = 'Flag7'",
                "resource_by_token | select * from resource where tokens @> array['Patient.identifier^s^7'] and coalesce(child_id = '' or type = 'Patient', false)",
                "child_by_nhs_number | select child_id from child where nhs_number = any(array['9000000001'])",
                "child_pkey | select * from child where child_id = any(array['c1', 'c2']) order by child_id for no key update",
            })
    void looksUpByIndex(String index, String sql) {
        String plan = String.join("\n", DATABASE.jdbc().queryForList("explain " + sql.replace('^', '|'), String.class));

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }
}
