package uk.gov.warwickshire.gateway.cpis.query;

import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the flag query is measured against: checks the same token, selects one row and inserts one. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.apache.camel.spring.boot.CamelAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
@ConditionalOnProperty(ReferenceEndpoint.WANTED)
@RestController
class ReferenceEndpoint {

    /** Set by the bench alone: no test that starts the gateway from these classes is to find this. */
    static final String WANTED = "flag-query-bench";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ReferenceEndpoint(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ReferenceEndpoint.class, arguments);
    }

    @GetMapping(path = "/reference", produces = "application/json")
    String plans(@RequestParam String patient) {
        return transaction.execute(status -> {
            String plans =
                    jdbc.queryForObject("select plans from bench_plan where nhs_number = ?", String.class, patient);
            jdbc.update("insert into bench_seen (id, nhs_number, at) values (?, ?, now())", UUID.randomUUID(), patient);
            return plans;
        });
    }
}
