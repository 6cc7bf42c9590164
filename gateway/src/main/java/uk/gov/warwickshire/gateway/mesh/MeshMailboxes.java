package uk.gov.warwickshire.gateway.mesh;

import java.util.Map;
import java.util.Set;

/** The mailboxes of this gateway by their names in the settings. */
public record MeshMailboxes(Map<String, MeshMailbox> byName) {

    public MeshMailboxes {
        byName = Map.copyOf(byName);
    }

    /** @throws IllegalStateException if the settings have no such mailbox */
    public MeshMailbox named(String name) {
        MeshMailbox mailbox = byName.get(name);
        if (mailbox == null) {
            throw new IllegalStateException("gateway.mesh.mailboxes." + name + " is not set");
        }
        return mailbox;
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
