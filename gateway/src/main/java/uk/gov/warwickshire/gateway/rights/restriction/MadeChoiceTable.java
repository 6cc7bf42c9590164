package uk.gov.warwickshire.gateway.rights.restriction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The table `rights_choice`. */
@Component
class MadeChoiceTable {

    private final JdbcClient jdbc;

    MadeChoiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MadeChoice choice) {
        jdbc.sql("""
                insert into rights_choice (request_id, child_id, choice, destination, given_by, valid_from, nhs_number,
                                           granted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        choice.requestId(),
                        choice.childId(),
                        choice.kind().code(),
                        choice.destination().orElse(""),
                        choice.givenBy(),
                        choice.from())
                .param(7, choice.nhsNumber().map(NhsNumber::digits).orElse(null))
                .param(8, Timestamp.from(choice.grantedAt()))
                .update();
    }

    void nowUnder(UUID request, Optional<NhsNumber> number) {
        jdbc.sql("update rights_choice set nhs_number = ? where request_id = ?")
                .param(1, number.map(NhsNumber::digits).orElse(null))
                .param(2, request)
                .update();
    }

    void end(UUID request, Instant now) {
        jdbc.sql("update rights_choice set ended_at = ? where request_id = ? and ended_at is null")
                .params(Timestamp.from(now), request)
                .update();
    }

    Optional<MadeChoice> find(UUID request) {
        return jdbc.sql("select * from rights_choice where request_id = ?")
                .param(request)
                .query(MadeChoiceTable::choice)
                .optional();
    }

    List<MadeChoice> inForce(Collection<String> childIds) {
        return jdbc.sql("select * from rights_choice where child_id = any(?) and ended_at is null order by granted_at")
                .param(childIds.toArray(String[]::new))
                .query(MadeChoiceTable::choice)
                .list();
    }

    private static MadeChoice choice(ResultSet row, int number) throws SQLException {
        return new MadeChoice(
                row.getObject("request_id", UUID.class),
                row.getString("child_id"),
                Choice.Kind.ofCode(row.getString("choice")).orElseThrow(),
                Optional.of(row.getString("destination")).filter(code -> !code.isEmpty()),
                row.getString("given_by"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                row.getTimestamp("granted_at").toInstant());
    }
}
