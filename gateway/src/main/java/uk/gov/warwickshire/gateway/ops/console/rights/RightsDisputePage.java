package uk.gov.warwickshire.gateway.ops.console.rights;

import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.rights.correction.Corrections;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** Names the elements that a request for rectification disputes; it shows their names, not their values. */
@Controller
class RightsDisputePage {

    private final RightsRequests requests;
    private final Corrections corrections;

    RightsDisputePage(RightsRequests requests, Corrections corrections) {
        this.requests = requests;
        this.corrections = corrections;
    }

    @GetMapping("/console/rights/{id}/dispute")
    String show(@PathVariable("id") UUID id, Model model) {
        RightsRequest request = requests.find(id).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("request", request);
        model.addAttribute("resources", corrections.disputable(request.childId()));
        model.addAttribute("disputed", corrections.of(id));
        return "console/rights/dispute";
    }

    /** @param what `Type/id#element` */
    @PostMapping("/console/rights/{id}/dispute")
    String dispute(
            @PathVariable("id") UUID id,
            @RequestParam("what") String what,
            Principal person,
            RedirectAttributes after) {
        return ConsoleActs.act(
                after, "Whoever reads it now sees that it is disputed.", "/console/rights/" + id + "/dispute", () -> {
                    String[] parts = what.split("[/#]", 3);
                    if (parts.length < 3) {
                        throw new IllegalArgumentException("Choose what is disputed.");
                    }
                    RightsRequest request = requests.find(id).orElseThrow(ConsoleProblems::notFound);
                    corrections.dispute(request, parts[0], parts[1], parts[2], person.getName());
                });
    }
}
