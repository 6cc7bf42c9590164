package uk.gov.warwickshire.gateway.rights.retention;

import java.util.Collection;

/** What depends on the facts that retention keeps; told in the transaction in which they changed. */
public interface FactsFollower {

    void factsChanged(Collection<String> childIds);
}
