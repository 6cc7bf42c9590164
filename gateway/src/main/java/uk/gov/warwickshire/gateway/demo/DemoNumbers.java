package uk.gov.warwickshire.gateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** NHS numbers to ask for flags by, in a file of the demo's own: a number is never printed, not even of a synthetic child. */
@Component
@Profile("demo")
class DemoNumbers {

    /** Someone whom the region's partners may read too comes first. */
    private static final String OPEN = """
            select nhs_number from cpis_flag f
             where verification_status = '01' and plans like ? and plans not like '%"end"%'
               and (birth_date is null or birth_date > current_date - interval '17 years' or plans like '%"UCP"%')
             order by exists (select from delivery d
                               where d.child_id = f.person_id and d.destination = 'icr.coventry-warwickshire'
                                 and d.state = 'ACKNOWLEDGED') desc,
                      nhs_number
             limit 1
            """;

    private final JdbcTemplate jdbc;
    private final Path file;

    DemoNumbers(JdbcTemplate jdbc, GatewaySettings settings) {
        this.jdbc = jdbc;
        this.file = settings.dataDir().resolve("demo/flag-query.csv");
    }

    /** Writes `situation,nhs_number`, one line for each situation that occurs; returns where. */
    Path write() throws IOException {
        Files.write(
                file,
                Stream.of(
                                line("protection-plan", "%\"CPP\"%"),
                                line("looked-after", "%\"LAC\"%"),
                                line("unborn", "%\"UCP\"%"))
                        .flatMap(List::stream)
                        .toList());
        return file;
    }

    private List<String> line(String situation, String type) {
        return jdbc.queryForList(OPEN, String.class, type).stream()
                .map(number -> situation + "," + number)
                .toList();
    }
}
