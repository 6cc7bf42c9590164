package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a person ends who asks for what their roles do not open. */
@Controller
class NoAccessPage {

    static final String PATH = "/console/no-access";

    private final ConsoleErrors errors;

    NoAccessPage(ConsoleErrors errors) {
        this.errors = errors;
    }

    /** Whatever was asked is forwarded here, with its method. */
    @RequestMapping(PATH)
    ModelAndView show(HttpServletRequest request) {
        return errors.page(request, HttpStatus.FORBIDDEN, UUID.randomUUID());
    }
}
