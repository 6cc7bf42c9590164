package uk.gov.warwickshire.gateway.ops.console.emergency;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.api.access.BreakGlassGrant;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReader;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReview.Verdict;
import uk.gov.warwickshire.gateway.api.access.BreakGlassReviews;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** Emergency overrides, each with what the professional wrote and what a second person found. */
@Controller
class EmergencyPage {

    private static final String PAGE = "/console/emergency";
    private static final int SHOWN = 200;

    private final BreakGlassReader grants;
    private final BreakGlassReviews reviews;

    EmergencyPage(BreakGlassReader grants, BreakGlassReviews reviews) {
        this.grants = grants;
        this.reviews = reviews;
    }

    @GetMapping(PAGE)
    String show(HttpServletRequest request, Model model) {
        List<BreakGlassGrant> recent = grants.recent(SHOWN);
        model.addAttribute("grants", recent);
        model.addAttribute(
                "reviews", reviews.of(recent.stream().map(BreakGlassGrant::id).toList()));
        model.addAttribute("open", reviews.open().count());
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("mayReview", mayReview(request));
        return "console/emergency/emergency";
    }

    @PostMapping(PAGE + "/{id:[0-9a-f-]{36}}/review")
    String review(
            @PathVariable("id") UUID id,
            @RequestParam("verdict") Verdict verdict,
            @RequestParam("why") String why,
            HttpServletRequest request,
            Principal person,
            RedirectAttributes after) {
        if (!mayReview(request)) {
            throw ConsoleProblems.forbidden();
        }
        return ConsoleActs.act(
                after,
                "The review is recorded with your name.",
                PAGE,
                () -> reviews.review(id, verdict, person.getName(), why));
    }

    private static boolean mayReview(HttpServletRequest request) {
        return request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name())
                || request.isUserInRole(ConsoleRole.SAFEGUARDING_LEAD.name());
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(45)
        ConsoleSection emergencySection() {
            return new ConsoleSection(
                    "Emergency access",
                    PAGE,
                    Set.of(ConsoleRole.INFORMATION_GOVERNANCE, ConsoleRole.SAFEGUARDING_LEAD, ConsoleRole.AUDITOR));
        }
    }
}
