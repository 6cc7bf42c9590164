package uk.gov.warwickshire.gateway.ops.console.retention;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.warwickshire.gateway.common.TraceKind;
import uk.gov.warwickshire.gateway.rights.traces.TraceDisposals;

/** The gateway's own traces: how long each is kept and why, what would go tonight, and what went. */
@Controller
class TracesPage {

    private static final int SHOWN = 30;

    private final TraceDisposals disposals;

    TracesPage(TraceDisposals disposals) {
        this.disposals = disposals;
    }

    @GetMapping("/console/retention/traces")
    String show(Model model) {
        model.addAttribute("kinds", TraceKind.values());
        model.addAttribute("outlook", disposals.outlook());
        model.addAttribute("reports", disposals.latest(SHOWN));
        return "console/retention/traces";
    }
}
