package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.gateway.store.fulltext.PersonMatch.Grade;

/**
 * Finds a person by what is remembered of them: misspelt and sounding-alike names, earlier surnames, part addresses, a date
 * of birth with a slip in it. The index proposes, the stored Patient is compared and scored.
 */
@Component
public class PersonSearch {

    private static final int PROPOSED = 50;
    /** What speaks against it weighs even where number and birth date agree. */
    private static final double CERTAIN = 0.97;

    private static final double PROBABLE = 0.85;
    private static final double POSSIBLE = 0.6;

    private final FullTextIndex index;
    private final ResourceReader store;
    private final JsonMapper json;

    PersonSearch(FullTextIndex index, ResourceReader store, JsonMapper json) {
        this.index = index;
        this.store = store;
        this.json = json;
    }

    /**
     * The best first; nobody below POSSIBLE.
     *
     * @throws IllegalArgumentException if too little is told to look for anybody
     * @throws FullTextIndex.UnavailableException if the index cannot be reached
     */
    public List<PersonMatch> match(Demographics sought) {
        if (sought.isTooLittle()) {
            throw new IllegalArgumentException("a person is looked for by NHS number, family name or birth date");
        }
        return proposed(sought).stream()
                .flatMap(reference -> store.current("Patient", reference.substring("Patient/".length())).stream())
                .flatMap(patient -> scored(sought, patient).stream())
                .sorted(Comparator.comparingDouble(PersonMatch::score)
                        .reversed()
                        .thenComparing(match -> match.patient().id()))
                .toList();
    }

    private Optional<PersonMatch> scored(Demographics sought, StoredResource patient) {
        Demographics found = DemographicsReader.of(json.readTree(patient.content()));
        double score = Likeness.of(sought, found);
        if (score < POSSIBLE) {
            return Optional.empty();
        }
        return Optional.of(new PersonMatch(patient, score, grade(sought, found, score)));
    }

    private static Grade grade(Demographics sought, Demographics found, double score) {
        if (score >= CERTAIN && isCertain(sought, found)) {
            return Grade.CERTAIN;
        }
        return score >= PROBABLE ? Grade.PROBABLE : Grade.POSSIBLE;
    }

    /** By number and birth date, or by full name, birth date and postcode, written as recorded and not merely alike. */
    private static boolean isCertain(Demographics sought, Demographics found) {
        boolean bornThen = sought.birthDate().isPresent() && sought.birthDate().equals(found.birthDate());
        boolean byNumber = sought.nhsNumber().isPresent() && sought.nhsNumber().equals(found.nhsNumber());
        boolean byTraits = haveOne(sought.families(), found.families())
                && haveOne(sought.givens(), found.givens())
                && sought.postcodes().stream().anyMatch(found.postcodes()::contains);
        return bornThen && (byNumber || byTraits);
    }

    private static boolean haveOne(List<String> sought, List<String> found) {
        List<String> written = found.stream().map(Words::joined).toList();
        return sought.stream().map(Words::joined).anyMatch(written::contains);
    }

    private List<String> proposed(Demographics sought) {
        return index.inSession(session -> session.search(PersonDocument.class)
                .select(f -> f.id(String.class))
                .where(f -> f.bool().with(any -> clauses(f, sought).forEach(any::should)))
                .fetchHits(PROPOSED));
    }

    private static Stream<PredicateFinalStep> clauses(SearchPredicateFactory f, Demographics sought) {
        Stream.Builder<PredicateFinalStep> clauses = Stream.builder();
        sought.nhsNumber()
                .ifPresent(number -> clauses.add(
                        f.match().field(PersonDocument.NUMBER).matching(number).boost(10)));
        sought.families()
                .forEach(family -> clauses.add(f.match()
                        .field(PersonDocument.FAMILY)
                        .matching(family)
                        .fuzzy(2)
                        .boost(3)));
        sought.givens()
                .forEach(given -> clauses.add(
                        f.match().field(PersonDocument.GIVEN).matching(given).fuzzy(1)));
        Sounds.of(sought.families())
                .forEach(sound -> clauses.add(f.match()
                        .field(PersonDocument.FAMILY_SOUND)
                        .matching(sound)
                        .boost(2)));
        Sounds.of(sought.givens())
                .forEach(sound ->
                        clauses.add(f.match().field(PersonDocument.GIVEN_SOUND).matching(sound)));
        sought.birthDate()
                .map(BirthDates::likely)
                .orElse(List.of())
                .forEach(day -> clauses.add(
                        f.match().field(PersonDocument.BIRTH).matching(day).boost(4)));
        sought.postcodes()
                .forEach(postcode -> clauses.add(f.match()
                        .field(PersonDocument.POSTCODE)
                        .matching(postcode)
                        .boost(2)));
        sought.postcodes()
                .forEach(postcode ->
                        clauses.add(f.match().field(PersonDocument.OUTWARD).matching(Demographics.outward(postcode))));
        sought.addressLines()
                .forEach(line ->
                        clauses.add(f.match().field(PersonDocument.ADDRESS).matching(line)));
        return clauses.build();
    }
}
