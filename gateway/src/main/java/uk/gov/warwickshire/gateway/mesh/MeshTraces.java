package uk.gov.warwickshire.gateway.mesh;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;

/** Empties the bodies of messages that name the person. What a body said has taken effect when the message was handled. */
@Component
class MeshTraces implements PersonalTraces {

    private static final String NAMES = "encode(body, 'escape') ~ ?";

    private final JdbcTemplate jdbc;

    MeshTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "mesh";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        return List.of(Removed.deleted("mesh_message.body", empty(person)));
    }

    private int empty(ErasedPerson person) {
        return jdbc.update(
                "update mesh_message set body = '' where state <> 'RECEIVED' and " + NAMES, person.pattern());
    }

    /** A message that waits to be handled is emptied afterwards. */
    @Override
    public boolean isGone(ErasedPerson person) {
        empty(person);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from mesh_message where " + NAMES + ")", Boolean.class, person.pattern()));
    }
}
