package uk.gov.warwickshire.gateway.ops.console.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.messages.Act;
import uk.gov.warwickshire.gateway.ops.messages.ActLog;
import uk.gov.warwickshire.gateway.ops.messages.Bulk;
import uk.gov.warwickshire.gateway.ops.messages.BulkActs;
import uk.gov.warwickshire.gateway.ops.messages.BulkPreview;
import uk.gov.warwickshire.gateway.ops.messages.BulkReader;
import uk.gov.warwickshire.gateway.ops.messages.MessageSearch;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** One act on everything that a search has found: previewed, agreed to where a second person is needed, watched, stopped. */
@Controller
class BulkPage {

    private static final String PATH = "/console/messages/bulk";
    private static final String ID = "/{id:[0-9a-f-]{36}}";
    private static final int SHOWN = 50;

    private final MessageSearch search;
    private final BulkActs acts;
    private final BulkReader bulks;
    private final ActLog log;
    private final Ids ids;
    private final int aSecond;

    BulkPage(MessageSearch search, BulkActs acts, BulkReader bulks, ActLog log, Ids ids, GatewaySettings settings) {
        this.search = search;
        this.acts = acts;
        this.bulks = bulks;
        this.log = log;
        this.ids = ids;
        this.aSecond = settings.delivery().bulkActsPerSecond();
    }

    /** What people did, the newest first. */
    @GetMapping("/console/messages/acts")
    String acts(Model model) {
        model.addAttribute("bulks", bulks.latest(SHOWN));
        model.addAttribute("acts", log.latest(SHOWN));
        return "console/messages/acts";
    }

    @GetMapping(PATH + "/preview")
    String preview(
            @RequestParam Map<String, String> fields,
            @RequestParam("act") String code,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        MessageAccess.requireEngineer(request);
        SearchForm form = SearchForm.of(fields);
        if (!form.unreadable().isEmpty()) {
            // What does not narrow a search must not widen an act.
            after.addFlashAttribute("refused", form.unreadable());
            return "redirect:" + form.with("what", "delivery");
        }
        BulkPreview preview = preview(form, code);
        model.addAttribute("form", form);
        model.addAttribute("criteria", form.criteria().inWords());
        model.addAttribute("preview", preview);
        model.addAttribute("seconds", Math.max(1, preview.ids().size() / aSecond));
        model.addAttribute("aSecond", aSecond);
        model.addAttribute("token", ids.next());
        return "console/messages/preview";
    }

    private BulkPreview preview(SearchForm form, String code) {
        Act act = Act.ofCode(code).orElseThrow(ConsoleProblems::notFound);
        return BulkPreview.of(act, search.matches(search.filter(form.criteria())), search);
    }

    /** What was previewed is what is done: where the search has come to find others, it is previewed again. */
    @PostMapping(PATH)
    String ask(
            @RequestParam Map<String, String> fields,
            @RequestParam("act") String code,
            @RequestParam("token") UUID token,
            @RequestParam("expected") String expected,
            @RequestParam("why") String why,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes after) {
        MessageAccess.requireEngineer(request);
        if (bulks.find(token).isPresent()) {
            return "redirect:" + PATH + "/" + token;
        }
        SearchForm form = SearchForm.of(fields);
        if (!form.unreadable().isEmpty()) {
            after.addFlashAttribute("refused", form.unreadable());
            return "redirect:" + form.with("what", "delivery");
        }
        BulkPreview preview = preview(form, code);
        try {
            if (!preview.fingerprint().equals(expected)) {
                throw new IllegalStateException("The search finds other deliveries than a moment ago: look again.");
            }
            if (preview.tooMany()) {
                throw new IllegalStateException(
                        "There are more than " + MessageSearch.MOST + " deliveries: narrow the search.");
            }
            acts.ask(new BulkActs.Ask(
                    token, preview.act(), preview.ids(), form.criteria().inWords(), person.getName(), why, "console"));
            return "redirect:" + PATH + "/" + token;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            after.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
            return "redirect:" + form.bulk(code);
        }
    }

    @GetMapping(PATH + ID)
    String show(@PathVariable("id") UUID id, Principal person, HttpServletRequest request, Model model) {
        Bulk bulk = bulks.find(id).orElseThrow(ConsoleProblems::notFound);
        boolean engineer = request.isUserInRole(ConsoleRole.ENGINEER.name());
        model.addAttribute("bulk", bulk);
        model.addAttribute("skipped", bulks.skipped(id, SHOWN));
        model.addAttribute("canConfirm", engineer && bulk.canBeConfirmedBy(person.getName()));
        model.addAttribute("canAct", engineer);
        return "console/messages/bulk";
    }

    @PostMapping(PATH + ID + "/{answer:confirm|refuse|stop}")
    String answer(
            @PathVariable("id") UUID id,
            @PathVariable("answer") String answer,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes after) {
        MessageAccess.requireEngineer(request);
        return ConsoleActs.act(after, done(answer), PATH + "/" + id, () -> {
            switch (answer) {
                case "confirm" -> acts.confirm(id, person.getName());
                case "refuse" -> acts.refuse(id, person.getName());
                default -> acts.stop(id);
            }
        });
    }

    private static String done(String answer) {
        return switch (answer) {
            case "confirm" -> "You have agreed. It is being done.";
            case "refuse" -> "Nothing will be done.";
            default -> "It is stopped. What was done stays done.";
        };
    }
}
