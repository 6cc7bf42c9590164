package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Invented people for the tests of CP-IS. */
public final class CpIsPeople {

    public static final CpIsSubject CORA = new CpIsSubject(
            new NhsNumber("9449306761"),
            Optional.of("C1003"),
            "Planter",
            List.of("Cora"),
            LocalDate.parse("2018-09-30"));
    public static final CpIsSubject DINA = new CpIsSubject(
            new NhsNumber("9449306788"),
            Optional.of("C1004"),
            "Keeping",
            List.of("Dina", "Maria"),
            LocalDate.parse("2012-11-11"));
    public static final CpIsSubject MAYA = new CpIsSubject(
            new NhsNumber("9449306796"),
            Optional.empty(),
            "Comer & Sons <\"ŵ\">",
            List.of("Maya"),
            LocalDate.parse("1999-01-01"));

    private CpIsPeople() {}

    public static CpIsPlan plan(PlanType type, String start) {
        return CpIsPlan.open(type, type + "-1", LocalDate.parse(start));
    }

    public static CpIsPlan plan(PlanType type, String start, String end) {
        return plan(type, start).endedOn(LocalDate.parse(end));
    }

    public static CpIsRecord withdrawn(CpIsSubject subject, CpIsPlan plan, String day) {
        return new CpIsWithdrawal(plan.type(), plan.planId(), CpIsWithdrawal.Cause.UPLOADED_IN_ERROR)
                .from(new CpIsPerson(subject, List.of(plan)), LocalDate.parse(day))
                .orElseThrow();
    }
}
