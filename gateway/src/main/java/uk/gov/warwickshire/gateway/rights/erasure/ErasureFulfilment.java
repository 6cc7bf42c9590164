package uk.gov.warwickshire.gateway.rights.erasure;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.RequestFulfilment;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;

/** Granting a request for erasure asks for one; the certificate completes the request. */
@Component
class ErasureFulfilment implements RequestFulfilment {

    private final Erasures erasures;

    ErasureFulfilment(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public boolean carriesOut(RequestKind kind) {
        return kind == RequestKind.ERASURE;
    }

    /** Refused, in words, while anything stands against it. */
    @Override
    public void granted(RightsRequest request, String who) {
        erasures.ask(request.childId(), Optional.of(request.id()), "A request for erasure was granted.", who);
    }

    @Override
    public Optional<FulfilmentProof> proof(RightsRequest request) {
        return erasures.ofRequest(request.id())
                .map(erasure -> new FulfilmentProof(
                        "erased",
                        List.of(new FulfilmentProof.Point(
                                "erasure",
                                erasure.state() == ErasureState.DONE,
                                erasure.state().meaning() + ", " + erasure.id()
                                        + erasure.certificateHash()
                                                .map(hash -> ", certificate " + hash)
                                                .orElse("")))));
    }
}
