package uk.gov.warwickshire.gateway.testing;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a trial came to, without ids and times that differ from run to run: two trials with the same files must come to
 * the same.
 *
 * @param batches format, name, state and counters of each file as first received
 * @param findings how often each finding of those batches
 * @param resources child, type, id, version and content hash of everything stored
 * @param copies child, destination, type, id and version of everything acknowledged
 * @param deliveries state and reason of the latest delivery of each child that was decided on
 */
public record Outcome(
        List<String> batches,
        List<String> findings,
        List<String> resources,
        List<String> copies,
        Map<String, String> deliveries) {

    public static Outcome of(JdbcTemplate jdbc) {
        return new Outcome(lines(jdbc, """
                        select distinct on (format, name)
                               concat_ws(' ', format, name, state, children_received, children_changed,
                                         children_unchanged, children_rejected, rows_read)
                          from intake_batch order by format, name, received_at
                        """), lines(jdbc, """
                        select concat_ws(' ', f.stage, f.file, f.source_table, f.row_no, f.child_id, f.field, f.severity,
                                         f.code, count(*))
                          from intake_finding f
                          join (select distinct on (format, name) id from intake_batch
                                 order by format, name, received_at) first on first.id = f.batch_id
                         group by f.stage, f.file, f.source_table, f.row_no, f.child_id, f.field, f.severity, f.code
                         order by 1
                        """), lines(jdbc, """
                        select concat_ws(' ', child_id, type, id, version, encode(hash, 'hex')) from resource order by 1
                        """), lines(jdbc, """
                        select concat_ws(' ', child_id, destination, type, id, version) from recipient_copy order by 1
                        """), deliveries(jdbc));
    }

    private static List<String> lines(JdbcTemplate jdbc, String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    /** One that had nothing left to say was not decided on: what was said before stands. */
    private static Map<String, String> deliveries(JdbcTemplate jdbc) {
        Map<String, String> deliveries = new TreeMap<>();
        jdbc.query(
                """
                select distinct on (child_id) child_id,
                       case when state = 'ACKNOWLEDGED' then 'SENT' else state end || ' ' || reason
                  from delivery
                 where destination like 'icr.%' and reason is not null
                 order by child_id, seq desc
                """,
                row -> {
                    deliveries.put(row.getString(1), row.getString(2));
                });
        return deliveries;
    }

    /** Current resources by `Type/id`, in the form in which a simulated region keeps them. */
    public static Map<String, String> currentResources(JdbcTemplate jdbc) {
        FhirContext fhir = FhirContext.forR4Cached();
        Map<String, String> resources = new TreeMap<>();
        jdbc.query("select type, id, content from resource", row -> {
            String json = new String(row.getBytes("content"), StandardCharsets.UTF_8);
            Resource parsed = (Resource) fhir.newJsonParser().parseResource(json);
            resources.put(
                    row.getString("type") + "/" + row.getString("id"),
                    fhir.newJsonParser().encodeResourceToString(parsed));
        });
        return resources;
    }

    /** Where the gateway believes a resource to be: `Type/id` by region. */
    public static Map<String, List<String>> copiesByRegion(JdbcTemplate jdbc) {
        Map<String, List<String>> copies = new TreeMap<>();
        jdbc.query(
                """
                select distinct destination, type || '/' || id as reference from recipient_copy
                 where destination like 'icr.%' order by 1, 2
                """,
                row -> {
                    copies.computeIfAbsent(row.getString(1).substring("icr.".length()), key -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return copies;
    }
}
