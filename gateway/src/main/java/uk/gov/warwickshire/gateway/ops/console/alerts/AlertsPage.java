package uk.gov.warwickshire.gateway.ops.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.alerts.AlertChannels;
import uk.gov.warwickshire.gateway.ops.alerts.AlertHistory;
import uk.gov.warwickshire.gateway.ops.alerts.Alerts;
import uk.gov.warwickshire.gateway.ops.alerts.TestAlert;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** What fires now, CP-IS first; the channels and a way to try them; what is over; the rules. */
@Controller
class AlertsPage {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsPage.class);
    private static final int SHOWN = 20;

    private final Alerts alerts;
    private final AlertHistory history;
    private final AlertChannels channels;
    private final TestAlert test;

    AlertsPage(Alerts alerts, AlertHistory history, AlertChannels channels, TestAlert test) {
        this.alerts = alerts;
        this.history = history;
        this.channels = channels;
        this.test = test;
    }

    @GetMapping("/console/alerts")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("firing", alerts.firing());
        model.addAttribute("evaluatedAt", history.evaluatedAt());
        model.addAttribute("unreadable", history.unreadable());
        model.addAttribute("channels", channels.all());
        model.addAttribute("notices", history.notices(SHOWN));
        model.addAttribute("resolved", history.resolved(SHOWN));
        model.addAttribute("rules", history.rules());
        model.addAttribute("mayTest", mayTest(request));
        return "console/alerts/alerts";
    }

    /** It rings people: only an engineer sends one, and the log says who. */
    @PostMapping("/console/alerts/test")
    String test(HttpServletRequest request, Principal person, RedirectAttributes after) {
        if (!mayTest(request)) {
            throw new AccessDeniedException("only an engineer sends a test alert");
        }
        List<TestAlert.Result> results = test.send();
        LOG.info("{} sent a test alert to {} channels", person.getName(), results.size());
        after.addFlashAttribute("tested", results);
        return "redirect:/console/alerts";
    }

    private static boolean mayTest(HttpServletRequest request) {
        return request.isUserInRole(ConsoleRole.ENGINEER.name());
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(15)
        ConsoleSection alertsSection() {
            return new ConsoleSection("Alerts", "/console/alerts", Set.of());
        }
    }
}
