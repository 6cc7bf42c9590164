package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** What every page of the console shows: whose gateway it is, who is signed in, and where one can go. */
@ControllerAdvice(basePackageClasses = ConsoleModel.class)
class ConsoleModel {

    private final GatewaySettings settings;
    private final List<ConsoleSection> sections;
    private final CouncilTimes times;

    ConsoleModel(GatewaySettings settings, List<ConsoleSection> sections, CouncilTimes times) {
        this.settings = settings;
        this.sections = sections;
        this.times = times;
    }

    @ModelAttribute("times")
    CouncilTimes times() {
        return times;
    }

    @ModelAttribute("council")
    String council() {
        return settings.organisation().name();
    }

    @ModelAttribute("person")
    String person(@Nullable Principal principal) {
        return principal == null ? "" : principal.getName();
    }

    /** Those that the signed-in person may open, in their order. */
    @ModelAttribute("sections")
    List<ConsoleSection> sections(HttpServletRequest request) {
        return sections.stream().filter(section -> section.isOpenTo(request)).toList();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
