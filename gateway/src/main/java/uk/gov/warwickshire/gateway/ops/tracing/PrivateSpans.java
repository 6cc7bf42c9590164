package uk.gov.warwickshire.gateway.ops.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import org.springframework.stereotype.Component;

/** Takes out of spans what names a record: the path of a request has the id of a resource in it, its pattern has not. */
@Component
class PrivateSpans implements ObservationFilter {

    private static final String PATH = "http.url";

    @Override
    public Observation.Context map(Observation.Context context) {
        KeyValue path = context.getHighCardinalityKeyValue(PATH);
        return path == null ? context : context.removeHighCardinalityKeyValue(PATH);
    }
}
