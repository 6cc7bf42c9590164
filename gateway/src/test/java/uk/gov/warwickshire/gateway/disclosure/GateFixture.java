package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.optout.OptOutRegister;
import uk.gov.warwickshire.gateway.optout.OptOutStatus;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Disclosures about numbered children, and a register of opt-outs in memory. */
final class GateFixture {

    private GateFixture() {}

    /** The national register as far as a test needs it. */
    static final class Register implements OptOutRegister {
        final Map<NhsNumber, OptOutStatus> known = new ConcurrentHashMap<>();
        final Set<NhsNumber> requested = new TreeSet<>();
        int queries;

        @Override
        public Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers) {
            queries++;
            Map<NhsNumber, OptOutStatus> statuses = new ConcurrentHashMap<>();
            numbers.forEach(number -> statuses.put(number, known.getOrDefault(number, OptOutStatus.UNKNOWN)));
            return statuses;
        }

        @Override
        public void requestChecks(Collection<NhsNumber> numbers) {
            requested.addAll(numbers);
        }

        @Override
        public void forget(Collection<NhsNumber> numbers) {
            numbers.forEach(known::remove);
        }
    }

    static CurrentTerms terms() {
        Terms terms = new Terms(TestPolicies.shipped(), agreements());
        return () -> terms;
    }

    static Agreements agreements() {
        Set<Category> categories = new TreeSet<>(Arrays.asList(Category.values()));
        categories.remove(Category.ASSESSMENT);
        return new Agreements("test", List.of(agreement("cp-is", categories), agreement("icr", categories)));
    }

    private static Agreement agreement(String destination, Set<Category> categories) {
        return new Agreement(
                destination,
                "group",
                destination,
                Set.of(),
                "purpose",
                LegalBasis.PUBLIC_TASK,
                categories,
                Set.of(),
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                Agreement.Status.IN_FORCE,
                false,
                false);
    }

    static Disclosure disclosure(int child, String destination, Category... categories) {
        return new Disclosure(
                UUID.randomUUID(),
                Optional.empty(),
                Disclosure.Kind.PUSH,
                new Destination(destination),
                Optional.empty(),
                subject(child),
                IntStream.range(0, categories.length)
                        .mapToObj(i -> resource(i, categories[i]))
                        .toList());
    }

    static DisclosedResource resource(int id, Category category) {
        return new DisclosedResource("Basic", String.valueOf(id), 3, category, Optional.empty());
    }

    static Subject subject(int child) {
        return new Subject(
                "child-" + child,
                Optional.of(TestNumbers.number(child)),
                VerificationStatus.VERIFIED,
                Optional.empty(),
                Optional.of("CV"),
                false);
    }
}
