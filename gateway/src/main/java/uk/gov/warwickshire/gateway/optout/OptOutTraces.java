package uk.gov.warwickshire.gateway.optout;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;

/** Takes a person's numbers out of the register. Its copies are in no export: the licence keeps results in this room. */
@Component
class OptOutTraces implements PersonalTraces {

    private static final List<String> TABLES =
            List.of("opt_out_status", "opt_out_request", "opt_out_refused", "opt_out_exchange_number");

    private final JdbcTemplate jdbc;

    OptOutTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "optout";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        return TABLES.stream()
                .map(table -> Removed.deleted(
                        table,
                        jdbc.update("delete from " + table + " where nhs_number = any(?)", (Object) person.numbers())))
                .toList();
    }
}
