package uk.gov.warwickshire.gateway.ops.console.rights;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.rights.correction.Corrections;
import uk.gov.warwickshire.gateway.rights.erasure.Erasure;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.ProofCollector;
import uk.gov.warwickshire.gateway.rights.request.RequestState;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;
import uk.gov.warwickshire.gateway.store.ResourceReader;

/** One request: who asks, its clock, what can be done now, the proof, and who did what when. */
@Controller
class RightsRequestPage {

    private final RightsRequests requests;
    private final ProofCollector proofs;
    private final Corrections corrections;
    private final ResourceReader records;
    private final Erasures erasures;

    RightsRequestPage(
            RightsRequests requests,
            ProofCollector proofs,
            Corrections corrections,
            ResourceReader records,
            Erasures erasures) {
        this.requests = requests;
        this.proofs = proofs;
        this.corrections = corrections;
        this.records = records;
        this.erasures = erasures;
    }

    @GetMapping("/console/rights/{id:[0-9a-f-]{36}}")
    String show(@PathVariable("id") UUID id, Model model) {
        RightsRequest request = requests.find(id).orElseThrow(ConsoleProblems::notFound);
        model.addAttribute("request", request);
        Optional<Erasure> erasure = erasures.ofRequest(id);
        model.addAttribute("deadline", request.deadline(requests.today()));
        model.addAttribute("held", !records.facts(List.of(request.childId())).isEmpty());
        model.addAttribute(
                "grounds",
                Ground.of(request.kind()).stream()
                        .filter(ground -> request.state() == RequestState.CONFIRMED
                                || !ground.grants()
                                || erasure.filter(ended -> !ended.state().isOpen())
                                        .isPresent())
                        .toList());
        model.addAttribute("erasure", erasure);
        model.addAttribute("decidable", decidable(request));
        model.addAttribute("disputed", corrections.of(id));
        model.addAttribute("proof", request.state() == RequestState.GRANTED ? proofs.of(request) : Optional.empty());
        model.addAttribute("log", requests.log(id));
        return "console/rights/request";
    }

    /** What was granted and counts already is lifted, not decided again. */
    private static boolean decidable(RightsRequest request) {
        return request.state() == RequestState.RECEIVED
                || request.state() == RequestState.CONFIRMED
                || (request.state() == RequestState.GRANTED && !request.kind().isChoice());
    }

    @PostMapping("/console/rights/{id}/confirm")
    String confirm(
            @PathVariable("id") UUID id,
            @RequestParam("evidence") String evidence,
            @RequestParam(name = "cameOn", defaultValue = "") String cameOn,
            Principal person,
            RedirectAttributes after) {
        return act(
                id,
                after,
                "Identity and capacity are confirmed, in your name.",
                () -> requests.confirm(id, evidence, day(cameOn), person.getName()));
    }

    @PostMapping("/console/rights/{id}/extend")
    String extend(
            @PathVariable("id") UUID id, @RequestParam("why") String why, Principal person, RedirectAttributes after) {
        return act(
                id,
                after,
                "It is extended by two months. Tell the person now, with the reason.",
                () -> requests.extend(id, why, person.getName()));
    }

    @PostMapping("/console/rights/{id}/decide")
    String decide(
            @PathVariable("id") UUID id,
            @RequestParam("ground") String ground,
            @RequestParam("why") String why,
            @RequestParam(name = "understood", defaultValue = "false") boolean understood,
            Principal person,
            RedirectAttributes after) {
        return act(id, after, "It is decided, in your name.", () -> {
            Ground chosen = Ground.ofCode(ground).orElseThrow(() -> new IllegalArgumentException("Choose a ground."));
            RightsRequest request = requests.find(id).orElseThrow(ConsoleProblems::notFound);
            if (chosen.grants() && request.kind().isChoice() && !understood) {
                throw new IllegalArgumentException("Confirm that you have read what goes on: CP-IS is not affected.");
            }
            requests.decide(id, chosen, why, person.getName());
        });
    }

    @PostMapping("/console/rights/{id}/withdraw")
    String withdraw(
            @PathVariable("id") UUID id, @RequestParam("why") String why, Principal person, RedirectAttributes after) {
        return act(id, after, "The request is withdrawn.", () -> requests.withdraw(id, why, person.getName()));
    }

    @PostMapping("/console/rights/{id}/lift")
    String lift(
            @PathVariable("id") UUID id, @RequestParam("why") String why, Principal person, RedirectAttributes after) {
        return act(
                id,
                after,
                "It counts no longer. What may be shared is sent again within a minute.",
                () -> requests.lift(id, why, person.getName()));
    }

    @PostMapping("/console/rights/{id}/note")
    String note(
            @PathVariable("id") UUID id,
            @RequestParam("words") String words,
            Principal person,
            RedirectAttributes after) {
        return act(id, after, "It is in the log.", () -> requests.note(id, words, person.getName()));
    }

    private static String act(UUID id, RedirectAttributes after, String done, Runnable act) {
        return ConsoleActs.act(after, done, "/console/rights/" + id, act);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("Give the day on which the evidence came, or none.");
        }
    }
}
