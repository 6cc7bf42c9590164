package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** What is going on at this moment, and what needs a person, worst first. */
@Controller
class NowPage {

    private final Snapshots snapshots;

    NowPage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GetMapping("/console")
    String show(Model model) {
        fill(model);
        return "console/now/now";
    }

    /** The part that changes, for a page that is open. */
    @GetMapping("/console/now/live")
    String live(Model model) {
        fill(model);
        return "console/now/live :: live";
    }

    private void fill(Model model) {
        model.addAttribute("now", snapshots.current());
        model.addAttribute("states", DeliveryState.values());
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(10)
        ConsoleSection nowSection() {
            return new ConsoleSection("Now", "/console", Set.of());
        }
    }
}
