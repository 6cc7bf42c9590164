package uk.gov.warwickshire.gateway.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What is let pass is what Spring's firewall lets pass. */
class QuickFirewallTest {

    private static final List<Predicate<String>> RULES = List.of(
            StrictHttpFirewall.ALLOWED_HEADER_NAMES,
            StrictHttpFirewall.ALLOWED_HEADER_VALUES,
            StrictHttpFirewall.ALLOWED_PARAMETER_NAMES);

    @Property(tries = 2000)
    void textsOfAnyKindAreJudgedAsSpringJudgesThem(@ForAll("texts") String text) {
        for (Predicate<String> rule : RULES) {
            assertThat(QuickFirewall.printableOr(rule).test(text)).isEqualTo(rule.test(text));
        }
    }

    @Example
    void everyCharacterIsJudgedAsSpringJudgesIt() {
        for (Predicate<String> rule : RULES) {
            Predicate<String> quick = QuickFirewall.printableOr(rule);
            for (char c = 0; c < Character.MAX_VALUE; c++) {
                String text = String.valueOf(c);
                assertThat(quick.test(text)).as("U+%04X", (int) c).isEqualTo(rule.test(text));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> characters = Arbitraries.oneOf(
                Arbitraries.chars().range(' ', '~'), Arbitraries.chars().all());
        return characters.list().ofMaxSize(60).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::append);
            return text.toString();
        });
    }
}
