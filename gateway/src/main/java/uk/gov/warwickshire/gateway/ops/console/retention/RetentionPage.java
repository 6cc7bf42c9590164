package uk.gov.warwickshire.gateway.ops.console.retention;

import static uk.gov.warwickshire.gateway.ops.console.ConsoleActs.act;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
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
import uk.gov.warwickshire.gateway.rights.disposal.DisposalCsv;
import uk.gov.warwickshire.gateway.rights.disposal.DisposalRun;
import uk.gov.warwickshire.gateway.rights.disposal.Disposals;
import uk.gov.warwickshire.gateway.rights.erasure.Standing;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Search;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;

/** The schedule, what is due for review and disposal, and the disposals. */
@Controller
class RetentionPage {

    private static final int SHOWN = 50;

    private final RetentionSchedule schedule;
    private final RetentionReader retention;
    private final Disposals disposals;
    private final Standing standing;

    RetentionPage(RetentionSchedule schedule, RetentionReader retention, Disposals disposals, Standing standing) {
        this.schedule = schedule;
        this.retention = retention;
        this.disposals = disposals;
        this.standing = standing;
    }

    @GetMapping("/console/retention")
    String show(Model model) {
        model.addAttribute("schedule", schedule);
        model.addAttribute("preview", disposals.preview(SHOWN));
        model.addAttribute("reviews", retention.forReview(standing.today(), SHOWN));
        model.addAttribute("runs", disposals.latest(SHOWN));
        return "console/retention/retention";
    }

    /** Posted, since no id of a child stands in an address. */
    @PostMapping("/console/retention/search")
    String search(
            @RequestParam("child") String child,
            @RequestParam("outcome") String outcome,
            @RequestParam("recordClass") String recordClass,
            @RequestParam("from") String from,
            @RequestParam("until") String until,
            Model model) {
        try {
            model.addAttribute(
                    "found",
                    retention.find(
                            new Search(text(child), text(outcome), text(recordClass), day(from), day(until)), SHOWN));
        } catch (DateTimeParseException e) {
            model.addAttribute("refused", "Write days as 2026-11-24.");
        }
        return show(model);
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(String typed) {
        return text(typed).map(LocalDate::parse);
    }

    /** Everybody on the list, so that whoever approves it can look at all of it. */
    @GetMapping("/console/retention/disposals/{id}/children.csv")
    ResponseEntity<String> children(@PathVariable("id") UUID id) {
        DisposalRun run = disposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"disposal-" + id + ".csv\"")
                .body(DisposalCsv.of(disposals.items(id, run.children())));
    }

    @PostMapping("/console/retention/disposals")
    String ask(Principal person, RedirectAttributes after) {
        return act(
                after,
                "The disposal is asked for. Another person has to approve it.",
                "/console/retention",
                () -> disposals.ask(person.getName()));
    }

    @GetMapping("/console/retention/disposals/{id}")
    String run(@PathVariable("id") UUID id, Principal person, Model model) {
        model.addAttribute(
                "run", disposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("items", disposals.items(id, SHOWN));
        model.addAttribute("me", person.getName());
        return "console/retention/disposal";
    }

    @PostMapping("/console/retention/disposals/{id}/approve")
    String approve(@PathVariable("id") UUID id, Principal person, RedirectAttributes after) {
        return act(
                after,
                "The disposal is approved and goes on child by child.",
                "/console/retention/disposals/" + id,
                () -> disposals.approve(id, person.getName()));
    }

    @PostMapping("/console/retention/disposals/{id}/refuse")
    String refuse(
            @PathVariable("id") UUID id,
            @RequestParam("because") String because,
            Principal person,
            RedirectAttributes after) {
        return act(
                after,
                "The disposal is refused.",
                "/console/retention/disposals/" + id,
                () -> disposals.refuse(id, because, person.getName()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(52)
        ConsoleSection retentionSection() {
            return new ConsoleSection("Retention", "/console/retention", Set.of(ConsoleRole.INFORMATION_GOVERNANCE));
        }
    }
}
