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

    /** Refused, in words, once the recipients are being asked: what they deleted cannot be called back by taking it back. */
    @Override
    public void closed(RightsRequest request, String who) {
        erasures.ofRequest(request.id())
                .filter(erasure -> erasure.state().isOpen())
                .ifPresent(erasure -> {
                    if (erasure.state() != ErasureState.ASKED) {
                        throw new IllegalStateException("The erasure is under way and cannot be taken back.");
                    }
                    erasures.refuse(erasure.id(), "The request was refused or taken back.", who);
                });
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
                                        + erasure.ended().map(why -> ": " + why).orElse("")
                                        + erasure.certificateHash()
                                                .map(hash -> ", certificate " + hash)
                                                .orElse("")))));
    }
}
