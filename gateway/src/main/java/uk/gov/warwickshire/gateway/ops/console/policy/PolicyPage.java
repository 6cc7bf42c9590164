package uk.gov.warwickshire.gateway.ops.console.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.disclosure.CurrentTerms;
import uk.gov.warwickshire.gateway.disclosure.Terms;
import uk.gov.warwickshire.gateway.disclosure.TermsDesk;
import uk.gov.warwickshire.gateway.disclosure.TermsPart;
import uk.gov.warwickshire.gateway.disclosure.TermsProposal;
import uk.gov.warwickshire.gateway.disclosure.TermsVersion;
import uk.gov.warwickshire.gateway.ops.console.BackgroundRuns;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** Policy and agreements: as in force, what was before, what a change would do, and putting it in force. */
@Controller
class PolicyPage {

    private static final int SHOWN = 50;
    private static final int LARGEST = 1_000_000;
    private static final String PAGE = "/console/policy";

    private final TermsDesk desk;
    private final CurrentTerms terms;
    private final DryRun dryRun;
    private final BackgroundRuns runs;

    PolicyPage(TermsDesk desk, CurrentTerms terms, DryRun dryRun, BackgroundRuns runs) {
        this.desk = desk;
        this.terms = terms;
        this.dryRun = dryRun;
        this.runs = runs;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        Terms now = terms.now();
        model.addAttribute(
                "rules",
                now.policy().rules().values().stream()
                        .map(RuleLine::of)
                        .sorted(RuleLine.ORDER)
                        .toList());
        model.addAttribute(
                "agreements",
                now.agreements().all().stream().map(AgreementLine::of).toList());
        model.addAttribute("policies", desk.history(TermsPart.POLICY, SHOWN));
        model.addAttribute("agreementFiles", desk.history(TermsPart.AGREEMENTS, SHOWN));
        return "console/policy/policy";
    }

    /** The whole text of a version, for reading and for keeping. */
    @GetMapping(PAGE + "/version/{id}")
    String version(@PathVariable("id") long id, Model model) {
        model.addAttribute("version", find(id));
        return "console/policy/version";
    }

    @GetMapping(PAGE + "/change/{part}")
    String change(@PathVariable("part") TermsPart part, Model model) {
        TermsVersion current = desk.history(part, 1).get(0);
        return form(model, part, current.fileName(), current.content());
    }

    /** Reads what is proposed; a mistake is shown with its line, and nothing is lost of what was written. */
    @PostMapping(PAGE + "/change/{part}")
    String propose(
            @PathVariable("part") TermsPart part,
            @RequestParam("content") String content,
            @RequestParam("file") MultipartFile file,
            Principal person,
            Model model)
            throws IOException {
        boolean uploaded = !file.isEmpty();
        String name = uploaded
                ? Optional.ofNullable(file.getOriginalFilename()).orElse("uploaded.yaml")
                : desk.history(part, 1).get(0).fileName();
        if (file.getSize() > LARGEST || content.length() > LARGEST) {
            model.addAttribute("mistake", name + ": larger than such a file can be");
            return form(model, part, name, "");
        }
        String text = uploaded
                ? new String(file.getBytes(), StandardCharsets.UTF_8)
                // A browser sends a text field with CR LF.
                : content.replace("\r\n", "\n");
        try {
            TermsProposal proposal = desk.propose(part, safe(name), text);
            UUID run = runs.start(
                    person.getName(),
                    "A change of the " + part.words(),
                    progress -> dryRun.of(proposal, progress),
                    () -> {});
            return "redirect:" + PAGE + "/tried/" + run;
        } catch (InvalidFileException mistake) {
            model.addAttribute("mistake", String.valueOf(mistake.getMessage()));
            return form(model, part, name, text);
        }
    }

    @GetMapping(PAGE + "/tried/{run}")
    String tried(@PathVariable("run") UUID run, HttpServletRequest request, Principal person, Model model) {
        model.addAttribute("run", runs.find(person.getName(), run).orElseThrow(ConsoleProblems::notFound));
        model.addAttribute("governs", request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name()));
        return "console/policy/tried";
    }

    /** Only what was tried can be put in force, and only by information governance. */
    @PostMapping(PAGE + "/tried/{run}/put-in-force")
    String putInForce(
            @PathVariable("run") UUID run,
            @RequestParam("why") String why,
            HttpServletRequest request,
            Principal person,
            RedirectAttributes after) {
        if (!request.isUserInRole(ConsoleRole.INFORMATION_GOVERNANCE.name())) {
            throw ConsoleProblems.forbidden();
        }
        DryRunResult result = runs.find(person.getName(), run)
                .flatMap(BackgroundRuns.Run::result)
                .filter(DryRunResult.class::isInstance)
                .map(DryRunResult.class::cast)
                .orElseThrow(ConsoleProblems::notFound);
        return ConsoleActs.act(
                after,
                "It is in force on every replica within a second. Records are decided again within minutes.",
                PAGE,
                () -> desk.putInForce(result.proposal(), person.getName(), why));
    }

    private TermsVersion find(long id) {
        return Stream.of(TermsPart.values())
                .flatMap(part -> desk.history(part, Integer.MAX_VALUE).stream())
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseThrow(ConsoleProblems::notFound);
    }

    private static String form(Model model, TermsPart part, String name, String content) {
        model.addAttribute("part", part);
        model.addAttribute("fileName", name);
        model.addAttribute("content", content);
        return "console/policy/change";
    }

    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "uploaded.yaml" : last;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(40)
        ConsoleSection policySection() {
            return new ConsoleSection(
                    "Policy",
                    PAGE,
                    Set.of(ConsoleRole.ENGINEER, ConsoleRole.INFORMATION_GOVERNANCE, ConsoleRole.AUDITOR));
        }
    }
}
