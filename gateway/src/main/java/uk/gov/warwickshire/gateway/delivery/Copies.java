package uk.gov.warwickshire.gateway.delivery;

import java.util.List;

/** What an attempt makes of a destination's copy. */
final class Copies {

    private Copies() {}

    /** Confirmed: the destination holds what was put. */
    static List<CopyTable.Held> put(List<Dispatch> confirmed) {
        return confirmed.stream()
                .flatMap(dispatch -> dispatch.delta().changed().stream()
                        .map(r -> new CopyEntry(r.type(), r.id(), r.version(), r.category()))
                        .map(entry -> new CopyTable.Held(dispatch.lease().childId(), entry)))
                .toList();
    }

    /** Confirmed: the destination no longer holds what was removed. */
    static List<CopyTable.Held> removed(List<Dispatch> confirmed) {
        return confirmed.stream()
                .flatMap(dispatch -> dispatch.delta().removed().stream()
                        .map(entry -> new CopyTable.Held(dispatch.lease().childId(), entry)))
                .toList();
    }

    /** Not confirmed: the destination may hold any of it, in whichever version. */
    static List<CopyTable.Held> uncertain(List<Lease> cutOff) {
        return cutOff.stream()
                .flatMap(lease -> lease.inFlight().stream()
                        .map(entry -> new CopyTable.Held(lease.childId(), entry.ofUnknownVersion())))
                .toList();
    }

    static List<CopyTable.Held> uncertainOf(List<Dispatch> failed) {
        return failed.stream()
                .flatMap(dispatch -> dispatch.delta().inFlight().stream()
                        .map(entry -> new CopyTable.Held(dispatch.lease().childId(), entry.ofUnknownVersion())))
                .toList();
    }
}
