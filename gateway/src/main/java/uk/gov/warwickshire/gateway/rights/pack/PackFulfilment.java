package uk.gov.warwickshire.gateway.rights.pack;

import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.request.RequestFulfilment;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;

/** A pack that was put together for a request that was refused or taken back in the end is not kept. */
@Component
class PackFulfilment implements RequestFulfilment {

    private final PackTable table;

    PackFulfilment(PackTable table) {
        this.table = table;
    }

    @Override
    public boolean carriesOut(RequestKind kind) {
        return kind == RequestKind.SUBJECT_ACCESS;
    }

    @Override
    public void closed(RightsRequest request, String who) {
        table.discard(request.id());
    }
}
