package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as understood.
 *
 * @param type of the resources searched for
 * @param criteria all of which must hold
 * @param count of a page; empty: the caller's default; 0: the total alone
 * @param ignored parameters not understood; empty unless the parser is lenient
 */
public record SearchQuery(
        String type,
        List<Criterion> criteria,
        List<SortKey> sort,
        OptionalInt count,
        Total total,
        List<Include> includes,
        List<Include> reverseIncludes,
        List<String> ignored) {

    /** `_total`. An estimate is counted too: it costs no more here. */
    public enum Total {
        NONE,
        ACCURATE
    }

    /** What a search is about, which decides whether it may be asked. */
    public enum About {
        /** Particular patients: named by reference, id or identifier. */
        PATIENTS,
        /** Patients who meet a description: only for the type Patient. */
        DEMOGRAPHICS,
        /** Organizations and professionals. */
        DIRECTORY,
        /** Nobody in particular: to be refused. */
        ANYONE
    }

    public SearchQuery {
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(count, "count");
        criteria = List.copyOf(criteria);
        sort = List.copyOf(sort);
        includes = List.copyOf(includes);
        reverseIncludes = List.copyOf(reverseIncludes);
        ignored = List.copyOf(ignored);
    }

    public About about() {
        if (ServedTypes.isDirectory(type)) {
            return About.DIRECTORY;
        }
        if (criteria.stream().anyMatch(PatientCriteria::namesPatients)) {
            return About.PATIENTS;
        }
        boolean described = type.equals("Patient") && criteria.stream().anyMatch(PatientCriteria::describesPatients);
        return described ? About.DEMOGRAPHICS : About.ANYONE;
    }

    /** Whether one patient, by id or identifier, is asked for and no other. */
    public boolean namesOnePatient() {
        return criteria.stream().anyMatch(PatientCriteria::namesOnePatient);
    }

    /** Whether a search of the directory asks what stands in children's records. */
    public boolean looksIntoRecords() {
        return !typesLookedInto().stream().allMatch(ServedTypes::isDirectory);
    }

    /** Types whose resources decide what is found or come along from behind: of which "none" would be an answer. */
    public Set<String> typesLookedInto() {
        return Stream.concat(
                        criteria.stream().flatMap(PatientCriteria::typesLookedInto),
                        reverseIncludes.stream().map(Include::source))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same search with pages of this size. */
    public SearchQuery withCount(int size) {
        return new SearchQuery(type, criteria, sort, OptionalInt.of(size), total, includes, reverseIncludes, ignored);
    }
}
