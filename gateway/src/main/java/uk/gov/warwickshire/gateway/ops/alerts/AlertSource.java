package uk.gov.warwickshire.gateway.ops.alerts;

import java.util.List;
import java.util.Set;

/** Looks at one part of the gateway for the rules that are about it. */
interface AlertSource {

    Set<AlertKind> kinds();

    /**
     * What fires now. What is not named any more is over.
     *
     * @param rules those of its kinds
     * @throws RuntimeException if it cannot be told: then nothing changes
     */
    List<FiringAlert> look(List<AlertRule> rules);
}
