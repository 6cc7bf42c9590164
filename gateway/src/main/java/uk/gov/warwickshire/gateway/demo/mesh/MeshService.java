package uk.gov.warwickshire.gateway.demo.mesh;

/** A national service behind a mailbox of the simulated MESH. */
public interface MeshService {

    /** Where it lives, and what it takes. */
    SimulatedMailbox mailbox();

    /** Whether what it was asked and has answered is soon forgotten on both sides. */
    default boolean forgets() {
        return false;
    }

    /** Called for every whole message to its mailbox; replies go through {@link SimulatedMesh#deliver}. */
    void received(SimulatedMesh mesh, SimulatedMessage message);
}
