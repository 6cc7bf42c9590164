package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.mappings.fhir.Category;

/** A policy or an agreements file that could be misread stops the start, and the message names the line. */
class BadFilesTest {

    private static final Map<String, Set<String>> AREAS = Map.of(
            "coventry-warwickshire", Set.of("CV"),
            "birmingham-solihull", Set.of("B"),
            "herefordshire-worcestershire", Set.of("HR", "WR"));

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/disclosure/bad-files.csv", numLinesToSkip = 1)
    void is_refused_with_its_line(String file, String from, String to, String message) throws Exception {
        boolean isPolicy = file.equals("policy");
        String sound = isPolicy ? TestPolicies.shippedText() : template();
        String old = from.replace("\\n", "\n");
        String changed = replaceFirst(sound, old, to == null ? "" : to.replace("\\n", "\n"));

        assertThatThrownBy(() -> read(isPolicy, file + ".yaml", changed))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(message)
                .satisfies(refused -> assertThat(line(refused.getMessage()))
                        .as("the line named lies at the change")
                        .isBetween(1, (int) changed.lines().count()));
    }

    @Test
    void the_line_is_that_of_the_mistake() {
        String wrong = TestPolicies.shippedText().replace("purpose: individual-care", "porpoise: individual-care");
        int expected = Arrays.asList(wrong.split("\n")).indexOf("    porpoise: individual-care") + 1;

        assertThatThrownBy(() -> TestPolicies.policy(wrong))
                .hasMessage("policy.yaml, line " + expected + ": unknown key `porpoise`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a list\n", "version: 1\n", "&a [*a]\n"})
    void what_is_no_policy_at_all_is_refused(String content) {
        assertThatThrownBy(() -> TestPolicies.policy(content)).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void the_version_changes_with_the_content() {
        String changed = TestPolicies.shippedText().replace("stale-status: hold", "stale-status: record");

        assertThatThrownBy(() -> TestPolicies.policy(changed)).hasMessageContaining("beyond individual care");
        assertThat(TestPolicies.policy(TestPolicies.shippedText() + "\n# a comment\n")
                        .version())
                .startsWith("1+")
                .isNotEqualTo(TestPolicies.shipped().version());
    }

    @Test
    void the_template_lets_the_icr_and_cp_is_through_and_nothing_else() throws Exception {
        Agreements agreements = agreements(template());

        assertThat(agreements.all())
                .filteredOn(a -> a.status() == Agreement.Status.IN_FORCE)
                .extracting(Agreement::destination)
                .containsExactly(
                        "cp-is",
                        "icr.coventry-warwickshire",
                        "icr.birmingham-solihull",
                        "icr.herefordshire-worcestershire");
        assertThat(agreements.all()).hasSizeGreaterThan(15);
    }

    @Test
    void the_demo_has_a_sound_policy_and_agreements() {
        DisclosurePolicy policy = PolicyReader.read(new ClassPathResource("demo/disclosure-policy.yaml"));
        Agreements agreements = new AgreementsReader(policy, AREAS).read(new ClassPathResource("demo/agreements.yaml"));

        assertThat(agreements.inForce(Destination.CP_IS, Optional.empty(), LocalDate.parse("2026-11-20")))
                .singleElement()
                .satisfies(a -> assertThat(a.categories()).contains(Category.CHILD_PROTECTION));
        assertThat(agreements.destinationsNaming("QWU", LocalDate.parse("2026-11-20")))
                .containsExactly(Destination.icr("coventry-warwickshire"));
    }

    private static void read(boolean isPolicy, String name, String content) {
        if (isPolicy) {
            PolicyReader.read(TestPolicies.file(name, content));
        } else {
            agreements(content);
        }
    }

    private static Agreements agreements(String content) {
        return new AgreementsReader(TestPolicies.shipped(), AREAS).read(TestPolicies.file("agreements.yaml", content));
    }

    private static String template() throws Exception {
        return new ClassPathResource("agreements-template.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    private static String replaceFirst(String text, String from, String to) {
        int at = text.indexOf(from);
        assertThat(at).as("`%s` stands in the file", from).isNotNegative();
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private static int line(String message) {
        return Integer.parseInt(message.replaceAll("(?s).*?, line (\\d+): .*", "$1"));
    }
}
