package uk.gov.warwickshire.gateway.ops.alerts;

import java.util.List;

/** The channels that are set; none is possible, the page and the metrics show what fires in any case. */
public record AlertChannels(List<AlertChannel> all) {
    public AlertChannels {
        all = List.copyOf(all);
    }
}
