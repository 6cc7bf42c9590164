package uk.gov.warwickshire.gateway.ops.console;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An act of a person on a page: done and said, or refused and said. The page that follows shows either with the fragment
 * `console/parts :: outcome`.
 */
public final class ConsoleActs {

    private ConsoleActs() {}

    /**
     * What is refused, because it was done already or a reason is missing, changes nothing.
     *
     * @param done what to say when it is done
     * @param back the page to go to afterwards, from `/console` on
     * @return the view: a redirect, so that a reload does not do it again
     */
    public static String act(RedirectAttributes after, String done, String back, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("done", done);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            after.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        }
        return "redirect:" + back;
    }
}
