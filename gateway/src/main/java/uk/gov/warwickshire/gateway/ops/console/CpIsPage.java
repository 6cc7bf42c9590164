package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import uk.gov.warwickshire.gateway.cpis.CpIsAccessNotifications;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarms;
import uk.gov.warwickshire.gateway.cpis.CpIsFile;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReports;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliation;
import uk.gov.warwickshire.gateway.cpis.CpIsWorkQueue;

/** CP-IS: alarms first, then what waits for a person, reconciliation, files and who has looked. */
@Controller
class CpIsPage {

    private static final int SHOWN = 50;

    private final CpIsAlarms alarms;
    private final CpIsWorkQueue queue;
    private final CpIsReconciliation reconciliation;
    private final CpIsFiles files;
    private final CpIsInboundReports inbound;
    private final CpIsAccessNotifications accesses;
    private final CpIsActions actions;

    CpIsPage(
            CpIsAlarms alarms,
            CpIsWorkQueue queue,
            CpIsReconciliation reconciliation,
            CpIsFiles files,
            CpIsInboundReports inbound,
            CpIsAccessNotifications accesses,
            CpIsActions actions) {
        this.alarms = alarms;
        this.queue = queue;
        this.reconciliation = reconciliation;
        this.files = files;
        this.inbound = inbound;
        this.accesses = accesses;
        this.actions = actions;
    }

    @GetMapping("/console/cp-is")
    String show(Model model) {
        model.addAttribute("alarms", alarms.current());
        model.addAttribute("summary", reconciliation.summary());
        model.addAttribute("required", CpIsReconciliation.REQUIRED_PERCENT);
        model.addAttribute("items", queue.all());
        model.addAttribute("accesses", accesses.open(SHOWN));
        model.addAttribute("accessesOpen", accesses.countOpen());
        model.addAttribute("files", files.latest(SHOWN));
        model.addAttribute("messages", inbound.unsettled(SHOWN));
        return "console/cp-is";
    }

    @GetMapping("/console/cp-is/reconciliation")
    String reconciliation(Model model) {
        model.addAttribute("summary", reconciliation.summary());
        model.addAttribute("required", CpIsReconciliation.REQUIRED_PERCENT);
        model.addAttribute("lines", reconciliation.lines());
        return "console/cp-is-reconciliation";
    }

    @GetMapping("/console/cp-is/files/{sequence}")
    String file(@PathVariable("sequence") long sequence, Model model) {
        CpIsFile file = files.find(sequence).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("file", file);
        model.addAttribute("possible", CpIsFileAct.possible(file.state()));
        model.addAttribute("records", files.records(sequence));
        model.addAttribute("messages", inbound.ofFile(sequence));
        return "console/cp-is-file";
    }

    @GetMapping("/console/cp-is/reconciliation.csv")
    void reconciliationCsv(HttpServletResponse response) throws IOException {
        reconciliation.writeCsv(csv(response, "cp-is-reconciliation.csv"));
    }

    @GetMapping("/console/cp-is/work-queue.csv")
    void queueCsv(HttpServletResponse response) throws IOException {
        queue.writeCsv(csv(response, "cp-is-work-queue.csv"));
    }

    @GetMapping("/console/cp-is/accesses.csv")
    void accessesCsv(HttpServletResponse response) throws IOException {
        accesses.writeCsv(csv(response, "cp-is-accesses.csv"));
    }

    @PostMapping("/console/cp-is/accesses/{id}/done")
    String accessDone(
            @PathVariable("id") UUID id,
            @RequestParam("note") String note,
            Principal person,
            RedirectAttributes after) {
        return act(after, "The work item is done.", () -> actions.accessDone(id, person.getName(), note));
    }

    @PostMapping("/console/cp-is/uploads/{id}/retry")
    String retry(
            @PathVariable("id") UUID id, @RequestParam("why") String why, Principal person, RedirectAttributes after) {
        return act(after, "The record goes with the next file.", () -> actions.retry(id, person.getName(), why));
    }

    @PostMapping("/console/cp-is/files/{sequence}/{act:resend|arrived|give-up}")
    String fileAct(
            @PathVariable("sequence") long sequence,
            @PathVariable("act") String act,
            @RequestParam("why") String why,
            Principal person,
            RedirectAttributes after) {
        String who = person.getName();
        String page = "/console/cp-is/files/" + sequence;
        return act(after, page, "It is done, and recorded with your name.", () -> {
            switch (act) {
                case "resend" -> actions.resendFile(sequence, who, why);
                case "arrived" -> actions.confirmArrived(sequence, who, why);
                default -> actions.giveUpFile(sequence, who, why);
            }
        });
    }

    @PostMapping("/console/cp-is/messages/settle")
    String settle(
            @RequestParam("message") String message,
            @RequestParam("why") String why,
            Principal person,
            RedirectAttributes after) {
        return act(after, "The message is settled.", () -> actions.settleMessage(message, person.getName(), why));
    }

    /** What is refused, because it was done already or a reason is missing, is said and changes nothing. */
    private static String act(RedirectAttributes after, String done, Runnable act) {
        return act(after, "/console/cp-is", done, act);
    }

    static String act(RedirectAttributes after, String page, String done, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("done", done);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            after.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        }
        return "redirect:" + UriUtils.encodePath(page, StandardCharsets.UTF_8);
    }

    private static Writer csv(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return response.getWriter();
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(20)
        ConsoleSection cpIsSection() {
            return new ConsoleSection(
                    "CP-IS", "/console/cp-is", Set.of(ConsoleRole.ENGINEER, ConsoleRole.SAFEGUARDING_LEAD));
        }
    }
}
