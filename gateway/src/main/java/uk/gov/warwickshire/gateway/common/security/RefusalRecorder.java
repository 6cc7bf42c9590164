package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Puts on record that a call was refused before it reached a room. Throws what keeps the call from being answered. */
public interface RefusalRecorder {

    /** @param caller empty if no token could be believed */
    void record(HttpServletRequest request, Optional<Caller> caller, Refusal refusal);
}
