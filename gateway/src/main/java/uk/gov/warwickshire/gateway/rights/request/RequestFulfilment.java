package uk.gov.warwickshire.gateway.rights.request;

import java.util.Optional;

/** Carries requests of some kinds out. Every method joins the caller's transaction and may refuse in words. */
public interface RequestFulfilment {

    boolean carriesOut(RequestKind kind);

    /** Identity and capacity are confirmed. */
    default void confirmed(RightsRequest request, String who) {}

    /** It was granted; what is done at once is done here, the rest when its proof comes in. */
    default void granted(RightsRequest request, String who) {}

    /** It was refused or taken back. */
    default void closed(RightsRequest request, String who) {}

    /** It ends after it was in force. */
    default void lifted(RightsRequest request, String who) {}

    /** How far it is carried out, from what the other rooms know now; empty before it is granted. */
    default Optional<FulfilmentProof> proof(RightsRequest request) {
        return Optional.empty();
    }
}
