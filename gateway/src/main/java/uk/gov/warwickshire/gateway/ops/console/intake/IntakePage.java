package uk.gov.warwickshire.gateway.ops.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.ReportWriter;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** The delivered files, how far they are, what came of them, and why rows were rejected. */
@Controller
class IntakePage {

    private static final int SHOWN = 50;
    private static final int CAUSES = 200;

    private final Batches batches;
    private final Findings findings;
    private final ReportWriter reports;

    IntakePage(Batches batches, Findings findings, ReportWriter reports) {
        this.batches = batches;
        this.findings = findings;
        this.reports = reports;
    }

    @GetMapping("/console/intake")
    String show(Model model) {
        model.addAttribute("lines", lines());
        return "console/intake/batches";
    }

    /** The part that changes while a file is read. */
    @GetMapping("/console/intake/live")
    String live(Model model) {
        model.addAttribute("lines", lines());
        return "console/intake/live :: live";
    }

    @GetMapping("/console/intake/{id}")
    String batch(@PathVariable("id") UUID id, HttpServletRequest request, Model model) {
        Batch batch = batches.find(id).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("line", BatchLine.of(batch, batches.latest(SHOWN)));
        model.addAttribute("causes", findings.causes(id, CAUSES));
        model.addAttribute("mayRead", mayReadReport(request));
        return "console/intake/batch";
    }

    /** It names children and what their rows hold: for those who mend them. */
    @GetMapping("/console/intake/{id}/report.csv")
    void report(@PathVariable("id") UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!mayReadReport(request)) {
            throw ConsoleProblems.forbidden();
        }
        Batch batch = batches.find(id).orElseThrow(ConsoleProblems::notFound);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(batch.name() + ".report.csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        reports.write(batch, response.getWriter());
    }

    private List<BatchLine> lines() {
        List<Batch> latest = batches.latest(SHOWN);
        return latest.stream().map(batch -> BatchLine.of(batch, latest)).toList();
    }

    private static boolean mayReadReport(HttpServletRequest request) {
        return request.isUserInRole(ConsoleRole.ENGINEER.name())
                || request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name());
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
