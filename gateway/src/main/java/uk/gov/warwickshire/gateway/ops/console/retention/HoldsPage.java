package uk.gov.warwickshire.gateway.ops.console.retention;

import static uk.gov.warwickshire.gateway.ops.console.ConsoleActs.act;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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
import uk.gov.warwickshire.gateway.rights.hold.HoldExport;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope.Kind;
import uk.gov.warwickshire.gateway.rights.hold.LegalHold;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** Legal holds: saved, released with a reason, exported. */
@Controller
class HoldsPage {

    private final LegalHolds holds;
    private final HoldExport export;

    HoldsPage(LegalHolds holds, HoldExport export) {
        this.holds = holds;
        this.export = export;
    }

    @GetMapping("/console/holds")
    String show(Model model) {
        model.addAttribute("holds", holds.all());
        model.addAttribute("kinds", Kind.values());
        return "console/retention/holds";
    }

    /** One kind for each save; several values, a line each. */
    @PostMapping("/console/holds")
    String save(
            @RequestParam("name") String name,
            @RequestParam("authority") String authority,
            @RequestParam("why") String why,
            @RequestParam("kind") Kind kind,
            @RequestParam("values") String values,
            @RequestParam("from") String from,
            @RequestParam("until") String until,
            Principal person,
            RedirectAttributes after) {
        return act(after, "The hold is in force.", "/console/holds", () -> {
            UUID id = holds.save(
                    new NewHold(name, authority, why, scopes(kind, values, day(from), day(until))), person.getName());
            // A slip of the pen covers nobody: it must be seen at once.
            after.addFlashAttribute(
                    "covered", holds.find(id).map(LegalHold::children).orElse(0L));
        });
    }

    private static List<HoldScope> scopes(
            Kind kind, String values, Optional<LocalDate> from, Optional<LocalDate> until) {
        return kind == Kind.PERIOD
                ? List.of(new HoldScope(kind, "", from, until))
                : Arrays.stream(values.split("\\R"))
                        .filter(line -> !line.isBlank())
                        .map(line -> new HoldScope(kind, line, from, until))
                        .toList();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Write days as 2026-11-24.", e);
        }
    }

    @PostMapping("/console/holds/{id}/release")
    String release(
            @PathVariable("id") UUID id,
            @RequestParam("because") String because,
            Principal person,
            RedirectAttributes after) {
        return act(
                after, "The hold is released.", "/console/holds", () -> holds.release(id, because, person.getName()));
    }

    @GetMapping("/console/holds/{id}/export.zip")
    void export(@PathVariable("id") UUID id, Principal person, HttpServletResponse response) throws IOException {
        if (holds.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"legal-hold.zip\"");
        export.write(id, person.getName(), response.getOutputStream());
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(53)
        ConsoleSection holdsSection() {
            return new ConsoleSection("Legal holds", "/console/holds", Set.of(ConsoleRole.INFORMATION_GOVERNANCE));
        }
    }
}
