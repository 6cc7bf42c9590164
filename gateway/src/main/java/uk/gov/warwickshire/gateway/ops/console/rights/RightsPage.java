package uk.gov.warwickshire.gateway.ops.console.rights;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.CurrentTerms;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The requests, what is due first on top, and the form that enters one. */
@Controller
class RightsPage {

    private static final int SHOWN = 200;

    private final RightsRequests requests;
    private final ResourceReader records;
    private final CurrentTerms terms;
    private final GatewaySettings settings;

    RightsPage(RightsRequests requests, ResourceReader records, CurrentTerms terms, GatewaySettings settings) {
        this.requests = requests;
        this.records = records;
        this.terms = terms;
        this.settings = settings;
    }

    /** What the form holds, as typed; nothing of it stands in an address. */
    record Entry(
            Optional<String> kind,
            Optional<String> child,
            Optional<String> receivedOn,
            Optional<String> requester,
            Optional<String> capacity,
            Optional<String> contact,
            Optional<String> destination,
            Optional<String> asked) {}

    @GetMapping("/console/rights")
    String show(@RequestParam(name = "all", defaultValue = "false") boolean all, Model model) {
        model.addAttribute("all", all);
        model.addAttribute("requests", all ? requests.latest(SHOWN) : requests.open(SHOWN));
        model.addAttribute("today", requests.today());
        return "console/rights/list";
    }

    @GetMapping("/console/rights/new")
    String form(Model model) {
        Optional<String> none = Optional.empty();
        Optional<String> today = Optional.of(requests.today().toString());
        return form(new Entry(none, none, today, none, none, none, none, none), model);
    }

    private String form(Entry entry, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("kinds", RequestKind.values());
        model.addAttribute("capacities", Capacity.values());
        model.addAttribute("destinations", destinations());
        return "console/rights/new";
    }

    @PostMapping("/console/rights")
    String add(@ModelAttribute("entry") Entry entry, Principal person, Model model, RedirectAttributes after) {
        try {
            UUID id = requests.add(entered(entry), person.getName());
            after.addFlashAttribute("done", "The request is entered.");
            return "redirect:/console/rights/" + id;
        } catch (IllegalArgumentException refused) {
            model.addAttribute("refused", String.valueOf(refused.getMessage()));
            return form(entry, model);
        }
    }

    private NewRequest entered(Entry entry) {
        RequestKind kind = entry.kind()
                .flatMap(RequestKind::ofCode)
                .orElseThrow(() -> new IllegalArgumentException("Say what is asked for."));
        Capacity capacity = entry.capacity()
                .flatMap(Capacity::ofCode)
                .orElseThrow(() -> new IllegalArgumentException("Say in which capacity the person asks."));
        return new NewRequest(
                kind,
                child(entry.child().orElse("").strip()),
                day(entry.receivedOn().orElse("")),
                entry.requester().orElse(""),
                capacity,
                entry.contact().orElse(""),
                kind.isChoice() ? entry.destination() : Optional.empty(),
                entry.asked().orElse(""));
    }

    /** The council's id, or the NHS number of a child that has a record. */
    private String child(String typed) {
        Optional<NhsNumber> number = NhsNumber.parse(typed);
        if (number.isEmpty()) {
            return typed;
        }
        Set<String> found = records.childrenByNhsNumber(List.of(number.get()));
        List<String> own = records.facts(found).values().stream()
                .filter(facts -> facts.nhsNumber().equals(number))
                .map(facts -> facts.childId())
                .toList();
        if (own.size() != 1) {
            throw new IllegalArgumentException("No single record has this NHS number: give the council's id.");
        }
        return own.get(0);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("Give the day of receipt.");
        }
    }

    private List<String> destinations() {
        List<String> codes = new ArrayList<>();
        terms.now().policy().rules().keySet().stream()
                .filter(code -> !code.equals(Destination.CP_IS.code()))
                .sorted()
                .forEach(codes::add);
        settings.icr().regions().keySet().stream()
                .sorted()
                .map(region -> Destination.icr(region).code())
                .filter(code -> !codes.contains(code))
                .forEach(codes::add);
        return codes;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(40)
        ConsoleSection rightsSection() {
            return new ConsoleSection("Rights", "/console/rights", Set.of(ConsoleRole.INFORMATION_GOVERNANCE));
        }
    }
}
