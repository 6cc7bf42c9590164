package uk.gov.warwickshire.gateway.ops.console.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.disclosure.DisclosureLedger;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.messages.Act;
import uk.gov.warwickshire.gateway.ops.messages.Bodies;
import uk.gov.warwickshire.gateway.ops.messages.MessageActs;
import uk.gov.warwickshire.gateway.ops.messages.MessageWay;
import uk.gov.warwickshire.gateway.ops.messages.MessageWays;

/** One message: its whole way, what can be done with it, and, for those who may, what was in it. */
@Controller
class MessagePage {

    private static final String ID = "{id:[0-9a-f-]{36}}";

    private final MessageWays ways;
    private final MessageActs acts;
    private final Bodies bodies;
    private final DisclosureLedger ledger;
    private final Ids ids;

    MessagePage(MessageWays ways, MessageActs acts, Bodies bodies, DisclosureLedger ledger, Ids ids) {
        this.ways = ways;
        this.acts = acts;
        this.bodies = bodies;
        this.ledger = ledger;
        this.ids = ids;
    }

    @GetMapping("/console/messages/" + ID)
    String show(@PathVariable("id") UUID id, HttpServletRequest request, Model model) {
        MessageWay way = ways.of(id).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("way", way);
        model.addAttribute("row", MessageRow.of(way.delivery(), way.atRisk()));
        model.addAttribute("decisions", rows(way.decisions(), request));
        model.addAttribute("token", ids.next());
        model.addAttribute("canAct", request.isUserInRole(ConsoleRole.ENGINEER.name()));
        model.addAttribute("canRead", request.isUserInRole(ConsoleRole.RECORD_READER.name()));
        return "console/messages/message";
    }

    /** A decision by itself: those on answers of the API belong to no delivery. */
    @GetMapping("/console/messages/decisions/" + ID)
    String decision(@PathVariable("id") UUID id, HttpServletRequest request, Model model) {
        LedgerEntry entry = ledger.find(id).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("row", rows(List.of(entry), request).get(0));
        return "console/messages/decision";
    }

    @PostMapping("/console/messages/" + ID + "/{act:retry|resubmit|discard|release}")
    String act(
            @PathVariable("id") UUID id,
            @PathVariable("act") String code,
            @RequestParam("token") UUID token,
            @RequestParam("why") String why,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes after) {
        MessageAccess.requireEngineer(request);
        Act act = Act.ofCode(code).orElseThrow(ConsoleProblems::notFound);
        try {
            MessageActs.Result result = acts.act(new MessageActs.Order(
                    token, act, id, person.getName(), why, "console", Optional.empty(), Optional.empty()));
            after.addFlashAttribute(result.done() ? "done" : "refused", result.words());
            return "redirect:/console/messages/" + result.successor().orElse(id);
        } catch (IllegalArgumentException incomplete) {
            after.addFlashAttribute("refused", String.valueOf(incomplete.getMessage()));
            return "redirect:/console/messages/" + id;
        }
    }

    /** A form and not a link: a look is recorded, so it must not happen by following one. */
    @PostMapping("/console/messages/" + ID + "/body")
    String body(
            @PathVariable("id") UUID id,
            @RequestParam("decision") UUID decision,
            @RequestParam("why") String why,
            Principal person,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        if (!request.isUserInRole(ConsoleRole.RECORD_READER.name())) {
            throw ConsoleProblems.forbidden();
        }
        MessageWay way = ways.of(id).orElseThrow(ConsoleProblems::notFound);
        LedgerEntry chosen = way.decisions().stream()
                .filter(entry -> entry.id().equals(decision))
                .findFirst()
                .orElseThrow(ConsoleProblems::notFound);
        try {
            model.addAttribute(
                    "shown",
                    bodies.look(way.delivery(), chosen, person.getName(), Optional.of(request.getRemoteAddr()), why));
        } catch (IllegalArgumentException incomplete) {
            after.addFlashAttribute("refused", String.valueOf(incomplete.getMessage()));
            return "redirect:/console/messages/" + id;
        }
        model.addAttribute("way", way);
        return "console/messages/body";
    }

    private static List<DecisionRow> rows(List<LedgerEntry> entries, HttpServletRequest request) {
        boolean full = request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name());
        return entries.stream().map(entry -> DecisionRow.of(entry, full)).toList();
    }
}
