package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes families until there are as many children as asked for. Situations and NHS numbers depend on the seed and the
 * number of children alone, dates on today as well: who has opted out is the same after a restart on another day.
 */
final class Population {

    /** From this age a child is in scope of every region of the demo. */
    private static final int TWO_YEARS = 2 * 365;

    private final long seed;
    private final LocalDate today;
    private final TestNhsNumbers numbers;
    private final Deque<Situation> special = new ArrayDeque<>();
    private int plainLeft;
    private final Map<Situation, Integer> count = new EnumMap<>(Situation.class);
    private int childNumber;

    Population(long seed, int children, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.numbers = new TestNhsNumbers(seed);
        List<Situation> all = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            all.addAll(Collections.nCopies(situation.quota(children), situation));
        }
        if (all.size() >= children) {
            throw new IllegalArgumentException(
                    "too few children for every situation to occur: ask for " + 2 * all.size() + " or more");
        }
        Collections.shuffle(all, new Random(seed));
        special.addAll(all);
        plainLeft = children - all.size();
    }

    List<SyntheticFamily> families() {
        List<SyntheticFamily> families = new ArrayList<>();
        while (plainLeft > 0 || !special.isEmpty()) {
            families.add(family(families.size() + 1));
        }
        return List.copyOf(families);
    }

    private SyntheticFamily family(int number) {
        Draw draw = Draw.of(seed, number);
        Situation lead = leadSituation(draw);
        CaseSystem system = systemFor(lead, draw);
        Home.Area area = lead.area().orElseGet(() -> draw.oneOf(Mix.AREAS));
        CaseType leadCase = lead.caseType().orElseGet(() -> draw.oneOf(Mix.caseTypesIn(area)));
        int leadAge = ageOf(leadCase, area, draw);
        String surname = draw.oneOf(Names.SURNAMES);
        List<SyntheticChild> children = new ArrayList<>();
        children.add(child(system, lead, leadCase, leadAge, surname, draw));
        int eldest = leadAge;
        if (area != Home.Area.OUTSIDE && !leadCase.isAdult()) {
            for (int wanted = draw.between(0, 3); wanted > 0 && plainLeft > 0; wanted--) {
                int age = Math.max(TWO_YEARS, eldest + draw.between(400, 1300));
                if (!CaseType.CHILD_IN_NEED.fits(age)) {
                    break;
                }
                plainLeft--;
                children.add(
                        child(system, Situation.PLAIN, siblingCase(leadCase, age, area, draw), age, surname, draw));
                eldest = age;
            }
        }
        SyntheticFamily.Mother mother = mother(number, system, lead, eldest, surname, draw);
        return new SyntheticFamily(number, draw.random().nextLong(), system, Home.draw(area, draw), mother, children);
    }

    private Situation leadSituation(Draw draw) {
        boolean takePlain = plainLeft > 0 && (special.isEmpty() || draw.chance(40));
        if (takePlain) {
            plainLeft--;
            return Situation.PLAIN;
        }
        return special.removeFirst();
    }

    /** Situations that need a table or column only Liquidlogic fills are all there. */
    private static CaseSystem systemFor(Situation lead, Draw draw) {
        CaseSystem drawn = draw.oneOf(Mix.SYSTEMS);
        return lead.caseType().isPresent() ? CaseSystem.LIQUIDLOGIC : drawn;
    }

    private int ageOf(CaseType caseType, Home.Area area, Draw draw) {
        int age = caseType.drawAge(draw);
        boolean bornYetTooYoung = age >= 0 && age < TWO_YEARS && caseType != CaseType.INFANT_IN_NEED;
        return area == Home.Area.HEREFORDSHIRE_WORCESTERSHIRE && bornYetTooYoung ? age + TWO_YEARS : age;
    }

    private static CaseType siblingCase(CaseType lead, int age, Home.Area area, Draw draw) {
        if (Mix.caseTypesIn(area).contains(lead) && lead.fits(age) && draw.chance(60)) {
            return lead;
        }
        CaseType drawn = draw.oneOf(Mix.caseTypesIn(area));
        return drawn.fits(age) ? drawn : CaseType.CHILD_IN_NEED;
    }

    private SyntheticChild child(
            CaseSystem system, Situation situation, CaseType caseType, int age, String surname, Draw draw) {
        int number = ++childNumber;
        boolean girl = draw.chance(50);
        String forename = draw.oneOf(girl ? Names.GIRLS : Names.BOYS);
        boolean unborn = caseType == CaseType.UNBORN;
        return new SyntheticChild(
                number,
                system.id("C", number),
                numbers.next(),
                situation,
                count.merge(situation, 1, Integer::sum) - 1,
                caseType,
                unborn ? "Baby" : forename,
                surname,
                unborn ? "U" : girl ? "F" : "M",
                today.minusDays(age));
    }

    private SyntheticFamily.Mother mother(
            int number, CaseSystem system, Situation lead, int eldest, String surname, Draw draw) {
        return new SyntheticFamily.Mother(
                system.id("P", number),
                numbers.next(),
                draw.oneOf(Names.WOMEN),
                surname,
                today.minusDays(Math.max(0, eldest) + draw.between(18 * 365, 35 * 365)),
                lead == Situation.MOTHER_OPTED_OUT);
    }
}
