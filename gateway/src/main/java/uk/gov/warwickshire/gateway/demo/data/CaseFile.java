package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;

/**
 * What the histories of one child share: whose they are, when it began, who looks after it, where the rows go.
 *
 * @param began day of the first contact; after the birth, and at least sixty days ago
 */
record CaseFile(
        SyntheticChild child,
        Home home,
        SsdExtract out,
        Draw draw,
        LocalDate today,
        LocalDate began,
        Workforce.Team team,
        String workerId) {

    static CaseFile of(SyntheticChild child, Home home, SsdExtract out, Draw draw, LocalDate today) {
        int longest =
                switch (child.caseType()) {
                    case CHILD_PROTECTION_ENDED, LOOKED_AFTER, ONLY_LOOKED_AFTER -> 700;
                    default -> 420;
                };
        int sinceBirth = (int) Math.max(0, today.toEpochDay() - child.birth().toEpochDay());
        boolean unborn = child.caseType() == CaseType.UNBORN;
        int most = unborn ? longest / 6 : Math.min(longest, sinceBirth);
        int least = child.caseType() == CaseType.CHILD_PROTECTION_ENDED ? 500 : Math.min(60, most);
        return new CaseFile(
                child,
                home,
                out,
                draw,
                today,
                today.minusDays(draw.between(least, most)),
                Workforce.teamOf(child.caseType(), draw),
                Workforce.drawWorker(out.system(), draw));
    }

    /** Id of a row of this child; `ordinal` below ten. */
    String id(String kind, int ordinal) {
        return out.system().id(kind, child.number() * 10 + ordinal);
    }

    String personId() {
        return child.personId();
    }

    ExtractRow row(ExtractTable table) {
        return out.row(table);
    }

    boolean isPast(LocalDate day) {
        return !day.isAfter(today);
    }
}
