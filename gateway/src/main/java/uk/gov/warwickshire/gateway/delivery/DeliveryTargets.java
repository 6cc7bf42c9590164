package uk.gov.warwickshire.gateway.delivery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/** Which children's records are due at which destinations: what a change of the terms is measured by. */
@Component
public class DeliveryTargets {

    private final JdbcTemplate jdbc;

    DeliveryTargets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The next children in the order of their ids, with every destination that ever had a record of them due. */
    public Map<String, List<Destination>> after(String child, int limit) {
        Map<String, List<Destination>> targets = new LinkedHashMap<>();
        jdbc.query(
                """
                select child_id, array_agg(distinct destination order by destination) as destinations
                  from delivery where child_id > ? and kind = 'RECORD'
                 group by child_id order by child_id limit ?
                """,
                row -> {
                    String[] destinations =
                            (String[]) row.getArray("destinations").getArray();
                    targets.put(
                            row.getString("child_id"),
                            Arrays.stream(destinations).map(Destination::new).toList());
                },
                child,
                limit);
        return targets;
    }
}
