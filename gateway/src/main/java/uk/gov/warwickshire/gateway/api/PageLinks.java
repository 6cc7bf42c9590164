package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.answer.Format;
import uk.gov.warwickshire.gateway.api.page.Page;
import uk.gov.warwickshire.gateway.api.page.Pages;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.common.security.Caller;

/** Links to next pages: an address, a random id, and the form that was asked for. */
@Component
class PageLinks {

    private final Pages pages;

    PageLinks(Pages pages) {
        this.pages = pages;
    }

    /** The page that the request names, if it names one. */
    Optional<Page> asked(ServletRequestDetails request, Caller caller, Parameters parameters) {
        return parameters.page().map(id -> pages.find(caller, request.getRequestPath(), id)
                .orElseThrow(() -> ApiProblem.of(ProblemCode.PAGE_UNKNOWN)));
    }

    String next(ServletRequestDetails request, Caller caller, Page page) {
        String form = Format.ofLink(request);
        return request.getFhirServerBase() + "/" + page.address() + "?" + Parameters.PAGE + "="
                + pages.open(caller, page) + (form.isEmpty() ? "" : "&" + form);
    }
}
