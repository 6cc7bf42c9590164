package uk.gov.warwickshire.gateway.rights.request;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the proof on each granted request as soon as it is complete, and so completes the request. */
@Component
public class ProofCollector {

    private final RightsRequests requests;
    private final List<RequestFulfilment> fulfilments;

    ProofCollector(RightsRequests requests, List<RequestFulfilment> fulfilments) {
        this.requests = requests;
        this.fulfilments = List.copyOf(fulfilments);
    }

    /** Safe on every replica: the first one completes a request. */
    public void collect() {
        requests.granted().forEach(request -> of(request)
                .filter(FulfilmentProof::isComplete)
                .ifPresent(proof ->
                        requests.complete(request.id(), proof.outcome(), proof.inWords(), RequestLog.GATEWAY)));
    }

    /** How far it is; empty where nothing is to be proven. */
    public Optional<FulfilmentProof> of(RightsRequest request) {
        return fulfilments.stream()
                .filter(one -> one.carriesOut(request.kind()))
                .flatMap(one -> one.proof(request).stream())
                .findFirst();
    }
}
