package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** What is going on at this moment, by destination. */
@Controller
class NowPage {

    private final Balances balances;
    private final Clock clock;

    NowPage(Balances balances, Clock clock) {
        this.balances = balances;
        this.clock = clock;
    }

    @GetMapping("/console")
    String show(Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("today", today);
        model.addAttribute("balances", balances.between(today, today));
        model.addAttribute("states", DeliveryState.values());
        return "console/now/now";
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
