package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.warwickshire.gateway.settings.ConsoleSettings;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Where a person says who they are: at the council's identity provider, or here with name and password. */
@Controller
class SignInPage {

    private final ConsoleSettings console;

    SignInPage(GatewaySettings settings) {
        this.console = settings.console();
    }

    @GetMapping("/console/sign-in")
    String show(HttpServletRequest request, Model model) {
        boolean provider = ConsoleOidc.provider(console).isPresent();
        model.addAttribute("provider", provider);
        model.addAttribute("local", !provider || !console.users().isEmpty());
        model.addAttribute("wrong", request.getParameter("refused") != null);
        model.addAttribute("minutes", SignInAttempts.LOCKED.toMinutes());
        return "console/sign-in";
    }
}
