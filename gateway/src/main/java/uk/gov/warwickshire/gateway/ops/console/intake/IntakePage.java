package uk.gov.warwickshire.gateway.ops.console.intake;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** The delivered files and what came of them. */
@Controller
class IntakePage {

    private static final int SHOWN = 50;

    private final Batches batches;

    IntakePage(Batches batches) {
        this.batches = batches;
    }

    @GetMapping("/console/intake")
    String show(Model model) {
        model.addAttribute("batches", batches.latest(SHOWN));
        return "console/intake/batches";
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(30)
        ConsoleSection intakeSection() {
            return new ConsoleSection("Intake", "/console/intake", Set.of());
        }
    }
}
