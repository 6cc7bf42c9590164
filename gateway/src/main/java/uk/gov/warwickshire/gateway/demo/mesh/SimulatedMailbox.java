package uk.gov.warwickshire.gateway.demo.mesh;

import java.util.Objects;
import java.util.Set;

/**
 * A mailbox registered with the simulated MESH.
 *
 * @param workflows it may receive
 */
public record SimulatedMailbox(String id, String password, Set<String> workflows) {

    public SimulatedMailbox {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(password, "password");
        workflows = Set.copyOf(workflows);
    }

    @Override
    public String toString() {
        return "SimulatedMailbox[" + id + "]";
    }
}
