package uk.gov.warwickshire.gateway.cpis.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/**
 * What a number comes to on a day.
 *
 * @param about rows of the one person it is decided on, one for each child's record; empty if nobody is known by it
 * @param plans what counts on the day, by type and start
 * @param gap why there may be more
 */
record Standing(List<HeldStatuses> about, List<CpIsPlan> plans, Optional<Gap> gap) {

    private static final Standing NOBODY = new Standing(List.of(), List.of(), Optional.empty());

    Standing {
        about = List.copyOf(about);
        plans = List.copyOf(plans);
    }

    /** @param rows everything held under one number */
    static Standing of(List<HeldStatuses> rows, LocalDate today, CpIsScope scope) {
        Map<Boolean, List<HeldStatuses>> byTrust =
                rows.stream().collect(Collectors.partitioningBy(Standing::isVerified));
        List<HeldStatuses> verified = byTrust.getOrDefault(true, List.of());
        List<HeldStatuses> unverified = byTrust.getOrDefault(false, List.of());
        Map<String, List<HeldStatuses>> persons = persons(verified);
        List<List<HeldStatuses>> standing = persons.values().stream()
                .filter(ofOne -> stands(ofOne, today, scope))
                .toList();
        if (standing.size() > 1) {
            // A wrong match flags the wrong child, so neither is shown (cp-is.md 7).
            return new Standing(standing.get(0), List.of(), Optional.of(Gap.NUMBER_SHARED));
        }
        if (standing.size() == 1) {
            return ofOne(standing.get(0), today, scope);
        }
        return persons(unverified).values().stream()
                .filter(ofOne -> stands(ofOne, today, scope))
                .findFirst()
                .map(ofOne -> new Standing(ofOne, plans(ofOne, today, scope), Optional.of(Gap.NUMBER_NOT_VERIFIED)))
                .orElseGet(() -> persons.values().stream()
                        .findFirst()
                        .map(ofOne -> new Standing(ofOne, List.of(), Optional.empty()))
                        .orElse(NOBODY));
    }

    /** Whether a plan is from the record of this row's child. */
    boolean isOf(HeldStatuses row, CpIsPlan plan) {
        return row.timeline().plans().stream()
                .anyMatch(own -> own.type() == plan.type() && own.planId().equals(plan.planId()));
    }

    /** As a hospital sees it; the id is the same whenever it is asked, and tells nothing. */
    static ShownPlan shown(CpIsPlan plan) {
        return new ShownPlan(
                ResourceIds.of("cp-is-plan", plan.type() + "|" + plan.planId()), plan.type(), plan.start(), plan.end());
    }

    private static Standing ofOne(List<HeldStatuses> rows, LocalDate today, CpIsScope scope) {
        boolean unclear = rows.stream().anyMatch(row -> row.timeline().isUnclearOn(today, scope));
        return new Standing(
                rows, plans(rows, today, scope), unclear ? Optional.of(Gap.RECORD_INCOMPLETE) : Optional.empty());
    }

    private static boolean stands(List<HeldStatuses> rows, LocalDate today, CpIsScope scope) {
        return !plans(rows, today, scope).isEmpty()
                || rows.stream().anyMatch(row -> row.timeline().isUnclearOn(today, scope));
    }

    private static List<CpIsPlan> plans(List<HeldStatuses> rows, LocalDate today, CpIsScope scope) {
        List<CpIsTimeline> timelines = rows.stream().map(HeldStatuses::timeline).toList();
        return CpIsTimeline.on(today, timelines, scope).stream()
                .sorted(Comparator.comparing(CpIsPlan::type).thenComparing(CpIsPlan::start))
                .toList();
    }

    private static Map<String, List<HeldStatuses>> persons(List<HeldStatuses> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.timeline().personId(), LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean isVerified(HeldStatuses row) {
        return row.timeline().identity().status() == VerificationStatus.VERIFIED;
    }
}
