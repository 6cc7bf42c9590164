package uk.gov.warwickshire.mappings.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Builds a child for tests: add the rows a case is about, everything else is empty. */
public final class ChildRecordBuilder {

    private final List<Household.Address> addresses = new ArrayList<>();
    private final List<Household.FamilyLink> families = new ArrayList<>();
    private final List<Household.MotherLink> mothers = new ArrayList<>();
    private final List<ChildInNeed.Referral> referrals = new ArrayList<>();
    private final List<ChildInNeed.Assessment> assessments = new ArrayList<>();
    private final List<ChildInNeed.CinPlan> cinPlans = new ArrayList<>();
    private final List<ChildProtection.Section47Enquiry> enquiries = new ArrayList<>();
    private final List<ChildProtection.InitialConference> conferences = new ArrayList<>();
    private final List<ChildProtection.ChildProtectionPlan> cpPlans = new ArrayList<>();
    private final List<ChildProtection.Review> reviews = new ArrayList<>();
    private final List<LookedAfter.Episode> episodes = new ArrayList<>();
    private final List<LookedAfter.Placement> placements = new ArrayList<>();
    private final List<LookedAfter.LegalStatus> legalStatuses = new ArrayList<>();
    private final List<CareLeaver> careLeavers = new ArrayList<>();
    private final List<Network.Involvement> involvements = new ArrayList<>();
    private final List<Network.Professional> professionals = new ArrayList<>();
    private final List<Network.Team> teams = new ArrayList<>();
    private Person person;
    private Identity identity = Identity.UNKNOWN;
    private int missingRows;

    public ChildRecordBuilder(Person person) {
        this.person = person;
    }

    public ChildRecordBuilder verified(String nhsNumber) {
        return identity(nhsNumber, VerificationStatus.VERIFIED, false);
    }

    public ChildRecordBuilder identity(String nhsNumber, VerificationStatus status, boolean restricted) {
        identity = new Identity(Optional.of(new NhsNumber(nhsNumber)), status, restricted);
        return this;
    }

    public ChildRecordBuilder missingRows(int count) {
        missingRows = count;
        return this;
    }

    /** Adds rows of any table; each goes where it belongs. */
    public ChildRecordBuilder with(Record... rows) {
        for (Record row : rows) {
            add(row);
        }
        return this;
    }

    private void add(Record row) {
        boolean known = addTo(row, Household.Address.class, addresses)
                || addTo(row, Household.FamilyLink.class, families)
                || addTo(row, Household.MotherLink.class, mothers)
                || addTo(row, ChildInNeed.Referral.class, referrals)
                || addTo(row, ChildInNeed.Assessment.class, assessments)
                || addTo(row, ChildInNeed.CinPlan.class, cinPlans)
                || addTo(row, ChildProtection.Section47Enquiry.class, enquiries)
                || addTo(row, ChildProtection.InitialConference.class, conferences)
                || addTo(row, ChildProtection.ChildProtectionPlan.class, cpPlans)
                || addTo(row, ChildProtection.Review.class, reviews)
                || addTo(row, LookedAfter.Episode.class, episodes)
                || addTo(row, LookedAfter.Placement.class, placements)
                || addTo(row, LookedAfter.LegalStatus.class, legalStatuses)
                || addTo(row, CareLeaver.class, careLeavers)
                || addTo(row, Network.Involvement.class, involvements)
                || addTo(row, Network.Professional.class, professionals)
                || addTo(row, Network.Team.class, teams);
        if (!known) {
            throw new IllegalArgumentException("no table for " + row.getClass());
        }
    }

    private static <T> boolean addTo(Record row, Class<T> type, List<T> rows) {
        return type.isInstance(row) && rows.add(type.cast(row));
    }

    public ChildRecord build() {
        return new ChildRecord(
                person,
                identity,
                new Household(addresses, families, mothers),
                new ChildInNeed(referrals, assessments, cinPlans),
                new ChildProtection(enquiries, conferences, cpPlans, reviews),
                new LookedAfter(episodes, placements, legalStatuses),
                careLeavers,
                new Network(involvements, professionals, teams),
                missingRows);
    }

    public static SourceRow row(String table, long number) {
        return new SourceRow("ssd.zip", table, number);
    }

    public static Optional<LocalDate> day(String iso) {
        return Optional.of(LocalDate.parse(iso));
    }

    public static Period from(String start) {
        return new Period(day(start), Optional.empty());
    }

    public static Period between(String start, String end) {
        return new Period(day(start), day(end));
    }

    public static Optional<Coded> code(String code, String text) {
        return Optional.of(Coded.of(code, text));
    }
}
