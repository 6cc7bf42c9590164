package uk.gov.warwickshire.gateway.disclosure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** One row of decisions.csv: a situation in words, made into what the judge is given. */
record DecisionCase(NamedCsvRecord row) {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    static final NhsNumber CHILD = new NhsNumber("9000000009");
    static final NhsNumber MOTHER = new NhsNumber("9000000017");
    private static final Set<Category> AGREED =
            Set.of(Category.DEMOGRAPHICS, Category.FAMILY, Category.PROFESSIONAL_CONTACTS, Category.CHILD_PROTECTION);

    String text(String column) {
        return row.getField(column);
    }

    List<String> words(String column) {
        return Stream.of(text(column).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Destination destination() {
        return new Destination(text("destination"));
    }

    Disclosure disclosure() {
        return new Disclosure(
                UUID.randomUUID(),
                Optional.empty(),
                Disclosure.Kind.ANSWER,
                destination(),
                Optional.of("ABC"),
                subject(),
                words("categories").stream().map(this::resource).toList());
    }

    PersonFacts facts() {
        return TestFacts.of(this);
    }

    Agreements agreements() {
        LocalDate start = TODAY.minusYears(1);
        Optional<LocalDate> open = Optional.empty();
        return new Agreements(
                "test",
                switch (text("agreement")) {
                    case "none" -> List.of();
                    case "in-force" -> List.of(agreement(AGREED, start, open));
                    case "last-day" -> List.of(agreement(AGREED, start, Optional.of(TODAY)));
                    case "expired" -> List.of(agreement(AGREED, start, Optional.of(TODAY.minusDays(1))));
                    case "future" -> List.of(agreement(AGREED, TODAY.plusDays(1), open));
                    case "draft" -> List.of(agreement(AGREED, start, open, Agreement.Status.DRAFT, Set.of()));
                    case "other-organisation" ->
                        List.of(agreement(AGREED, start, open, Agreement.Status.IN_FORCE, Set.of("XYZ")));
                    case "no-demographics" -> List.of(agreement(Set.of(Category.CHILD_PROTECTION), start, open));
                    case "assessment-expired" ->
                        List.of(
                                agreement(AGREED, start, open),
                                agreement(Set.of(Category.ASSESSMENT), start, Optional.of(TODAY.minusDays(1))));
                    case "assessment-drafted" ->
                        List.of(
                                agreement(AGREED, start, open),
                                agreement(Set.of(Category.ASSESSMENT), start, open, Agreement.Status.DRAFT, Set.of()));
                    default -> throw new IllegalArgumentException(text("agreement"));
                });
    }

    private Agreement agreement(Set<Category> categories, LocalDate from, Optional<LocalDate> until) {
        return agreement(categories, from, until, Agreement.Status.IN_FORCE, Set.of());
    }

    private Agreement agreement(
            Set<Category> categories,
            LocalDate from,
            Optional<LocalDate> until,
            Agreement.Status status,
            Set<String> odsCodes) {
        Set<String> areas = destination().family().equals(Destination.ICR) ? Set.of("CV", "B") : Set.of();
        return new Agreement(
                "agreement",
                "group",
                destination().family(),
                odsCodes,
                "purpose",
                LegalBasis.PUBLIC_TASK,
                categories,
                areas,
                from,
                until,
                status,
                false,
                false);
    }

    private Subject subject() {
        boolean missing = text("number").equals("missing");
        return new Subject(
                "child",
                missing ? Optional.empty() : Optional.of(CHILD),
                text("number").equals("verified") ? VerificationStatus.VERIFIED : VerificationStatus.TRACE_REQUIRED,
                known("age").map(Integer::parseInt).map(TODAY::minusYears),
                known("area"),
                text("restricted").equals("file"));
    }

    private Optional<String> known(String column) {
        return Optional.of(text(column)).filter(value -> !value.equals("unknown"));
    }

    private DisclosedResource resource(String word) {
        if (word.startsWith("mother:")) {
            Optional<NhsNumber> number = word.endsWith(":missing") ? Optional.empty() : Optional.of(MOTHER);
            OtherPerson mother = new OtherPerson("mother", number, word.endsWith(":restricted"));
            return new DisclosedResource("RelatedPerson", "mother", 1, Category.FAMILY, Optional.of(mother));
        }
        Category category = Category.ofCode(word).orElseThrow();
        return new DisclosedResource("Basic", word, 1, category, Optional.empty());
    }

    static List<DecisionCase> all(List<NamedCsvRecord> rows) {
        return rows.stream().map(DecisionCase::new).toList();
    }

    @Override
    public String toString() {
        return text("case");
    }

    List<Reason> reasons() {
        return words("reasons").stream().map(Reason::valueOf).toList();
    }
}
