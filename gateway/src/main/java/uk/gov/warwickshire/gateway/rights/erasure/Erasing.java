package uk.gov.warwickshire.gateway.rights.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;

/** Has every room erase a person; in the caller's transaction, so that all do or none. */
@Component
class Erasing {

    private final JdbcTemplate jdbc;
    private final List<PersonalTraces> rooms;
    private final ErasureTable table;

    Erasing(JdbcTemplate jdbc, List<PersonalTraces> rooms, ErasureTable table) {
        this.jdbc = jdbc;
        this.rooms = List.copyOf(rooms);
        this.table = table;
    }

    /** With every number by which some room knows or has known the person. */
    ErasedPerson person(ErasedPerson known) {
        Set<String> numbers = new HashSet<>();
        rooms.forEach(room -> numbers.addAll(room.numbersOf(known.childId())));
        return known.with(numbers);
    }

    void erase(UUID id, ErasedPerson person) {
        // Opens the append-only tables to this erasure, until the transaction ends (V89).
        jdbc.query(
                "select set_config('gateway.erasure', 'on', true), set_config('gateway.erasure_id', ?, true)",
                row -> {},
                id.toString());
        rooms.forEach(room -> table.removed(id, room.room(), room.erase(person)));
    }

    /** Whether indexes and files have followed. Asks every room, so that none waits for another. */
    boolean isGone(ErasedPerson person) {
        return rooms.stream().filter(room -> !room.isGone(person)).count() == 0;
    }
}
