package uk.gov.warwickshire.gateway.ops.console.retention;

import static uk.gov.warwickshire.gateway.ops.console.ConsoleActs.act;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;
import uk.gov.warwickshire.gateway.rights.erasure.ChildTokens;
import uk.gov.warwickshire.gateway.rights.erasure.Erasure;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureCause;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;

/** What stands against an erasure, the erasure itself, and its certificate. Addresses hold random ids alone. */
@Controller
class ErasurePage {

    private static final int SHOWN = 50;

    private final Erasures erasures;
    private final ChildTokens tokens;
    private final RetentionReader retention;
    private final LegalHolds holds;

    ErasurePage(Erasures erasures, ChildTokens tokens, RetentionReader retention, LegalHolds holds) {
        this.erasures = erasures;
        this.tokens = tokens;
        this.retention = retention;
        this.holds = holds;
    }

    @GetMapping("/console/erasure")
    String list(Model model) {
        model.addAttribute("erasures", erasures.latest(SHOWN));
        return "console/retention/erasures";
    }

    @PostMapping("/console/erasure/find")
    String find(@RequestParam("child") String child, RedirectAttributes after) {
        String id = child.strip();
        if (retention.line(id).isEmpty()) {
            List<Erasure> erased = erasures.ofErased(id);
            if (!erased.isEmpty()) {
                after.addFlashAttribute("done", "This child was erased here.");
                return "redirect:/console/erasure/run/" + erased.get(0).id();
            }
            after.addFlashAttribute("refused", "No record of a child with this id is held.");
            return "redirect:/console/erasure";
        }
        return "redirect:/console/erasure/" + tokens.of(id);
    }

    @GetMapping("/console/erasure/{token}")
    String child(@PathVariable("token") UUID token, Model model) {
        String child = childOf(token);
        model.addAttribute("token", token);
        model.addAttribute("child", child);
        model.addAttribute("line", retention.line(child));
        model.addAttribute("holds", holds.namesOver(child));
        model.addAttribute("verdict", erasures.verdict(child, ErasureCause.REQUEST));
        model.addAttribute("erasures", erasures.ofChild(child));
        return "console/retention/erasure-child";
    }

    @PostMapping("/console/erasure/{token}")
    String ask(
            @PathVariable("token") UUID token,
            @RequestParam("because") String because,
            Principal person,
            RedirectAttributes after) {
        String child = childOf(token);
        return act(
                after,
                "The erasure is asked for. Another person has to approve it.",
                "/console/erasure/" + token,
                () -> erasures.ask(child, Optional.empty(), because, person.getName()));
    }

    @GetMapping("/console/erasure/run/{id}")
    String show(@PathVariable("id") UUID id, Principal person, Model model) {
        model.addAttribute("erasure", erasure(id));
        model.addAttribute("removed", erasures.removed(id));
        model.addAttribute("me", person.getName());
        return "console/retention/erasure";
    }

    @PostMapping("/console/erasure/run/{id}/approve")
    String approve(@PathVariable("id") UUID id, Principal person, RedirectAttributes after) {
        return act(
                after,
                "The erasure is approved and begins.",
                "/console/erasure/run/" + id,
                () -> erasures.approve(id, person.getName()));
    }

    @PostMapping("/console/erasure/run/{id}/refuse")
    String refuse(
            @PathVariable("id") UUID id,
            @RequestParam("because") String because,
            Principal person,
            RedirectAttributes after) {
        return act(
                after,
                "The erasure is refused.",
                "/console/erasure/run/" + id,
                () -> erasures.refuse(id, because, person.getName()));
    }

    @GetMapping("/console/erasure/run/{id}/certificate.json")
    ResponseEntity<String> certificate(@PathVariable("id") UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"certificate-" + id + ".json\"")
                .body(erasure(id).certificate().orElseThrow(ErasurePage::notFound));
    }

    private Erasure erasure(UUID id) {
        return erasures.find(id).orElseThrow(ErasurePage::notFound);
    }

    private String childOf(UUID token) {
        return tokens.childOf(token).orElseThrow(ErasurePage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(54)
        ConsoleSection erasureSection() {
            return new ConsoleSection("Erasure", "/console/erasure", Set.of(ConsoleRole.INFORMATION_GOVERNANCE));
        }
    }
}
