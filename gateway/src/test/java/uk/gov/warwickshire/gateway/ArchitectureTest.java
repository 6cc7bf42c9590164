package uk.gov.warwickshire.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.disclosure.Cleared;

/** Which room may use which, and who may open a connection to the outside. */
class ArchitectureTest {

    private static final String ROOT = "uk.gov.warwickshire.gateway";

    /** For everyone; neither knows a room. */
    private static final List<String> SHARED = List.of("common", "settings");

    /** What each room may use besides itself, the shared packages and the modules below the gateway. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("common", Set.of()),
            Map.entry("settings", Set.of()),
            Map.entry("intake", Set.of("store", "delivery", "disclosure")),
            Map.entry("store", Set.of()),
            Map.entry("optout", Set.of("mesh")),
            Map.entry("disclosure", Set.of("optout")),
            Map.entry("delivery", Set.of("store", "disclosure")),
            Map.entry("mesh", Set.of()),
            Map.entry("icr", Set.of("delivery", "disclosure", "store")),
            Map.entry("cpis", Set.of("delivery", "mesh", "store", "disclosure", "audit")),
            Map.entry("api", Set.of("store", "disclosure", "audit")),
            Map.entry("audit", Set.of()),
            // Audit: who looked at a child is part of what the child may know, and each look for a request is audited.
            Map.entry("rights", Set.of("store", "delivery", "disclosure", "audit")));

    /** `ops` reads everything; `demo` plays every counterpart. */
    private static final Set<String> MAY_USE_ALL = Set.of("ops", "demo");

    /**
     * Senders, the keys of the token issuer, the webhook that calls the engineer on duty (it carries what the page of
     * alerts shows and nothing about a child), and the demo that plays the counterparts.
     */
    private static final String[] MAY_CONNECT = {
        ROOT + ".icr..",
        ROOT + ".cpis..",
        ROOT + ".optout..",
        ROOT + ".mesh..",
        ROOT + ".common.security..",
        ROOT + ".ops.alerts..",
        ROOT + ".demo.."
    };

    private static final DescribedPredicate<JavaClass> OPENS_CONNECTIONS =
            describe("a client of HTTP or of sockets", type -> Set.of(
                            "java.net.http.HttpClient",
                            "java.net.URLConnection",
                            "java.net.HttpURLConnection",
                            "java.net.Socket",
                            "java.nio.channels.SocketChannel",
                            "org.springframework.web.client.RestClient",
                            "org.springframework.web.client.RestTemplate",
                            "ca.uhn.fhir.rest.client.api.IGenericClient")
                    .contains(type.getName()));

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_what_it_may(String room) {
        String[] forbidden = Stream.concat(rooms(), MAY_USE_ALL.stream())
                .filter(other -> !other.equals(room) && !SHARED.contains(other))
                .filter(other -> !MAY_USE.get(room).contains(other))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true)
                .check(GATEWAY);
    }

    @Test
    void every_package_is_a_room_of_the_design() {
        Set<String> known =
                Set.copyOf(Stream.concat(rooms(), MAY_USE_ALL.stream()).toList());

        assertThat(GATEWAY.stream()
                        .map(type -> type.getPackageName().substring(ROOT.length()))
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.substring(1).split("\\.")[0])
                        .distinct())
                .isSubsetOf(known);
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void only_the_disclosure_room_constructs_what_may_leave() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".disclosure..")
                .should()
                .callConstructorWhere(describe(
                        "the target is Cleared", call -> call.getTargetOwner().isEquivalentTo(Cleared.class)))
                .check(GATEWAY);
        assertThat(GATEWAY.get(Cleared.class).getConstructors())
                .noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC)
                        || constructor.getModifiers().contains(JavaModifier.PROTECTED));
        assertThat(GATEWAY.get(Cleared.class).getModifiers()).contains(JavaModifier.FINAL);
    }

    @Test
    void only_senders_open_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_CONNECT)
                .should()
                .dependOnClassesThat(OPENS_CONNECTIONS)
                .check(GATEWAY);
    }

    @Test
    void nothing_serves_the_demo_but_the_demo() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".demo..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(ROOT + ".demo..")
                .allowEmptyShould(true)
                .check(GATEWAY);
    }
}
