package uk.gov.warwickshire.gateway.ops.console;

import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.cpis.CpIsAccessNotifications;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;
import uk.gov.warwickshire.gateway.cpis.CpIsHeldPlan;
import uk.gov.warwickshire.gateway.cpis.CpIsHeldPlans;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliation;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal.Cause;
import uk.gov.warwickshire.mappings.cpis.PlanType;

/** One person at CP-IS: what should be held and is, what was sent and answered, and what a person alone may order. */
@Controller
class CpIsPersonPage {

    private static final int SHOWN = 50;

    private final CpIsReconciliation reconciliation;
    private final CpIsHeldPlans plans;
    private final CpIsFiles files;
    private final CpIsAccessNotifications accesses;
    private final CpIsActions actions;

    CpIsPersonPage(
            CpIsReconciliation reconciliation,
            CpIsHeldPlans plans,
            CpIsFiles files,
            CpIsAccessNotifications accesses,
            CpIsActions actions) {
        this.reconciliation = reconciliation;
        this.plans = plans;
        this.files = files;
        this.accesses = accesses;
        this.actions = actions;
    }

    @GetMapping("/console/cp-is/persons/{id}")
    String show(@PathVariable("id") String id, Model model) {
        model.addAttribute("line", reconciliation.of(id).orElseThrow(ConsoleProblems::notFound));
        model.addAttribute("plans", plans.of(id));
        model.addAttribute("causes", Cause.values());
        model.addAttribute("records", files.recordsOf(id, SHOWN));
        model.addAttribute("accesses", accesses.ofPerson(id, SHOWN));
        return "console/cp-is-person";
    }

    @PostMapping("/console/cp-is/persons/{id}/{act:withdraw|revoke}")
    String plan(
            @PathVariable("id") String id,
            @PathVariable("act") String act,
            @RequestParam("type") PlanType type,
            @RequestParam("plan") String planId,
            @RequestParam("former") boolean formerNumber,
            @RequestParam(name = "cause", defaultValue = "UPLOADED_IN_ERROR") Cause cause,
            @RequestParam("why") String why,
            Principal person,
            RedirectAttributes after) {
        return CpIsPage.act(after, back(id), "It goes with the next file.", () -> {
            CpIsHeldPlan plan = plans.find(id, type, planId, formerNumber);
            if (act.equals("withdraw")) {
                actions.withdraw(plan, cause, person.getName(), why);
            } else {
                actions.revokeWithdrawal(plan, person.getName(), why);
            }
        });
    }

    @PostMapping("/console/cp-is/persons/{id}/number-in-use")
    String numberInUse(
            @PathVariable("id") String id,
            @RequestParam("why") String why,
            Principal person,
            RedirectAttributes after) {
        return CpIsPage.act(after, back(id), "Uploads go on.", () -> actions.numberInUse(id, person.getName(), why));
    }

    @PostMapping("/console/cp-is/uploads/{id}/discard")
    String discard(
            @PathVariable("id") UUID id, @RequestParam("why") String why, Principal person, RedirectAttributes after) {
        return CpIsPage.act(
                after,
                "/console/cp-is",
                "It is given up; a later change of the child is sent.",
                () -> actions.discard(id, person.getName(), why));
    }

    private static String back(String id) {
        return "/console/cp-is/persons/" + id;
    }
}
