package uk.gov.warwickshire.gateway.ops.console.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.warwickshire.gateway.ops.console.ConsoleActs;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.rights.pack.SubjectAccessPacks;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** The subject access pack: prepared, reviewed item by item, released once, fetched as an encrypted archive. */
@Controller
class RightsPackPage {

    private final RightsRequests requests;
    private final SubjectAccessPacks packs;

    RightsPackPage(RightsRequests requests, SubjectAccessPacks packs) {
        this.requests = requests;
        this.packs = packs;
    }

    @GetMapping("/console/rights/{id}/pack")
    String show(@PathVariable("id") UUID id, Model model, HttpServletResponse response) {
        model.addAttribute("request", requests.find(id).orElseThrow(ConsoleProblems::notFound));
        model.addAttribute("pack", packs.find(id));
        // The password of a released archive is on it once.
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "console/rights/pack";
    }

    @PostMapping("/console/rights/{id}/pack")
    String prepare(@PathVariable("id") UUID id, Principal person, RedirectAttributes after) {
        return act(id, after, "The pack is put together.", () -> packs.prepare(id, person.getName()));
    }

    @PostMapping("/console/rights/{id}/pack/items/{number}")
    String decide(
            @PathVariable("id") UUID id,
            @PathVariable("number") int number,
            @RequestParam("release") boolean release,
            @RequestParam("why") String why,
            Principal person,
            RedirectAttributes after) {
        return act(
                id,
                after,
                "Item " + number + (release ? " will be released." : " will be redacted."),
                () -> packs.decide(id, number, release, why, person.getName()));
    }

    @PostMapping("/console/rights/{id}/pack/release")
    String release(@PathVariable("id") UUID id, Principal person, RedirectAttributes after) {
        return act(
                id,
                after,
                "The pack is released.",
                () -> after.addFlashAttribute("password", packs.release(id, person.getName())));
    }

    /** As it would be released now. */
    @GetMapping("/console/rights/{id}/pack/preview.pdf")
    ResponseEntity<byte[]> preview(@PathVariable("id") UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
                .body(packs.preview(id).orElseThrow(ConsoleProblems::notFound));
    }

    @GetMapping("/console/rights/{id}/pack/your-information.zip")
    ResponseEntity<byte[]> archive(@PathVariable("id") UUID id) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"your-information.zip\"")
                .body(packs.archive(id).orElseThrow(ConsoleProblems::notFound));
    }

    private static String act(UUID id, RedirectAttributes after, String done, Runnable act) {
        return ConsoleActs.act(after, done, "/console/rights/" + id + "/pack", act);
    }
}
