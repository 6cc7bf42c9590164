package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/** The interactions of one type; the same for each. */
public final class TypeProvider implements IResourceProvider {

    private final Class<? extends IBaseResource> type;
    private final Reading reading;
    private final VersionHistory history;
    private final Searching searching;

    TypeProvider(Class<? extends IBaseResource> type, Reading reading, VersionHistory history, Searching searching) {
        this.type = type;
        this.reading = reading;
        this.history = history;
        this.searching = searching;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /** `read` and `vread`. */
    @Read(version = true)
    public IBaseResource read(@IdParam IdType id, ServletRequestDetails request) {
        return reading.read(request, id);
    }

    /** `history` of an instance. */
    @History
    public Bundle history(@IdParam IdType id, ServletRequestDetails request) {
        return history.of(request, id);
    }

    /** `search-type`, by GET and by POST. */
    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails request) {
        return searching.search(request);
    }
}
