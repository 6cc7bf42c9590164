package uk.gov.warwickshire.gateway.ops.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person gives name and password. */
@Controller
class SignInPage {

    @GetMapping("/console/sign-in")
    String show() {
        return "console/sign-in";
    }
}
