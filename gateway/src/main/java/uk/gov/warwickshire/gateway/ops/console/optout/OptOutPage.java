package uk.gov.warwickshire.gateway.ops.console.optout;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;
import uk.gov.warwickshire.gateway.optout.OptOutAskAgain;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;
import uk.gov.warwickshire.gateway.optout.OptOutOverview;
import uk.gov.warwickshire.gateway.optout.OptOutOverviews;
import uk.gov.warwickshire.gateway.optout.OptOutRefusals;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * The opt-out register in figures. A person's own status, and the numbers themselves, are for information governance
 * alone: the licence of the check service limits who may see them (opt-out-and-mesh.md 4).
 */
@Controller
class OptOutPage {

    private static final int EXCHANGES = 30;
    private static final int NUMBERS = 200;

    /**
     * Whom the register knows of.
     *
     * @param asked everyone somebody wanted to know about
     * @param fresh those whose status may be used today
     */
    record Coverage(long asked, long fresh, long stale, long waiting, long underWay, long refused) {
        public long percent() {
            return asked == 0 ? 100 : Math.round(Math.floor(100.0 * fresh / asked));
        }
    }

    private final OptOutOverviews overviews;
    private final OptOutExchanges exchanges;
    private final OptOutRefusals refusals;
    private final OptOutAskAgain again;
    private final StatusLookup lookup;
    private final GatewaySettings settings;

    OptOutPage(
            OptOutOverviews overviews,
            OptOutExchanges exchanges,
            OptOutRefusals refusals,
            OptOutAskAgain again,
            StatusLookup lookup,
            GatewaySettings settings) {
        this.overviews = overviews;
        this.exchanges = exchanges;
        this.refusals = refusals;
        this.again = again;
        this.lookup = lookup;
        this.settings = settings;
    }

    @GetMapping("/console/opt-out")
    String show(HttpServletRequest request, Model model) {
        OptOutOverview overview = overviews.read();
        int lastDay = (int) settings.optOut().maxAge().toDays();
        Map<Integer, Long> ages = overviews.ages(lastDay);
        model.addAttribute("coverage", coverage(overview));
        model.addAttribute("overview", overview);
        model.addAttribute("ages", ages);
        model.addAttribute(
                "most", ages.values().stream().mapToLong(Long::longValue).max().orElse(1));
        model.addAttribute("lastDay", lastDay);
        model.addAttribute("exchanges", exchanges.latest(EXCHANGES));
        model.addAttribute("causes", refusals.causes());
        boolean governs = governs(request);
        model.addAttribute("governs", governs);
        model.addAttribute("mayAsk", governs || request.isUserInRole(ConsoleRole.ENGINEER.name()));
        return "console/optout/register";
    }

    @GetMapping("/console/opt-out/refused")
    String refused(HttpServletRequest request, Principal person, Model model) {
        requireGovernance(request);
        lookup.auditNumbers(person.getName());
        model.addAttribute("refused", refusals.latest(NUMBERS));
        return "console/optout/refused";
    }

    /** By POST, so that the id of a child stands in no address. */
    @PostMapping("/console/opt-out/status")
    String status(
            @RequestParam("child") String child,
            HttpServletRequest request,
            Principal person,
            RedirectAttributes after) {
        requireGovernance(request);
        after.addFlashAttribute("looked", lookup.of(child.strip(), person.getName()));
        return "redirect:/console/opt-out";
    }

    @PostMapping("/console/opt-out/ask-again")
    String askAgain(
            @RequestParam(name = "refused", defaultValue = "false") boolean refused,
            HttpServletRequest request,
            Principal person,
            RedirectAttributes after) {
        if (!governs(request) && !request.isUserInRole(ConsoleRole.ENGINEER.name())) {
            throw ConsoleProblems.forbidden();
        }
        return ConsoleActs.act(
                after,
                refused
                        ? "The refused numbers go with the next file."
                        : "Everyone whose status is older than a day goes with the next files.",
                "/console/opt-out",
                () -> {
                    int asked = refused ? again.refused(person.getName()) : again.everyone(person.getName());
                    if (asked == 0) {
                        throw new IllegalStateException(
                                "There is nobody to ask about: every status is of today, or asked for already.");
                    }
                });
    }

    private Coverage coverage(OptOutOverview overview) {
        long stale = overview.statuses().getOrDefault(OptOutOverview.STALE, 0L);
        long known = overview.statuses().getOrDefault(State.NOT_OPTED_OUT.name(), 0L)
                + overview.statuses().getOrDefault(State.OPTED_OUT.name(), 0L);
        long underWay = overviews.underWay();
        long asked = Math.max(known, known - stale + overview.waiting() + underWay) + overview.refused();
        return new Coverage(asked, known - stale, stale, overview.waiting(), underWay, overview.refused());
    }

    private static boolean governs(HttpServletRequest request) {
        return request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name());
    }

    private static void requireGovernance(HttpServletRequest request) {
        if (!governs(request)) {
            throw ConsoleProblems.forbidden();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(25)
        ConsoleSection optOutSection() {
            return new ConsoleSection(
                    "Opt-out register",
                    "/console/opt-out",
                    Set.of(ConsoleRole.ENGINEER, ConsoleRole.INFORMATION_GOVERNANCE, ConsoleRole.AUDITOR));
        }
    }
}
