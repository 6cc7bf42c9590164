package uk.gov.warwickshire.mappings.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** Maps a whole child to UK Core R4, as `mappings/docs/mapping.md` says. No clock: the output depends on nothing else. */
public final class SocialCareRecordMapper implements FhirRecordMapper {

    private final MappingSettings settings;
    private final Systems systems;
    private final Concepts concepts;
    private final PatientMapper patients = new PatientMapper();
    private final RelatedPersonMapper relatedPersons = new RelatedPersonMapper();
    private final ObservationMapper observations = new ObservationMapper();
    private final ServiceRequestMapper referrals = new ServiceRequestMapper();
    private final EpisodeOfCareMapper episodes = new EpisodeOfCareMapper();
    private final CarePlanMapper plans = new CarePlanMapper();
    private final FlagMapper flags = new FlagMapper();
    private final AssessmentTaskMapper assessments = new AssessmentTaskMapper();
    private final ChildProtectionTaskMapper steps = new ChildProtectionTaskMapper();
    private final CareTeamMapper careTeams = new CareTeamMapper();
    private final DirectoryMapper directories = new DirectoryMapper();
    private final ProvenanceMapper provenances = new ProvenanceMapper();

    /** @throws uk.gov.warwickshire.profiles.ProfileException if a list or map of the package is not valid */
    public SocialCareRecordMapper(MappingSettings settings, ProfilePackage profiles) {
        this.settings = settings;
        this.systems = new Systems(settings.baseUri());
        this.concepts = new Concepts(profiles);
    }

    @Override
    public FhirRecord map(ChildRecord child) {
        Directory directory = new Directory(child.network(), settings, systems);
        ChildContext context = new ChildContext(child, settings, systems, concepts, directory);
        RecordBuilder builder = new RecordBuilder(child.identity().restricted());
        person(builder, context);
        childInNeed(builder, context);
        childProtection(builder, context);
        lookedAfter(builder, context);
        careLeaver(builder, context);
        network(builder, context);
        provenances.addTo(builder, context);
        directories.addTo(builder, context);
        return new FhirRecord(child.childId(), builder.resources());
    }

    private void person(RecordBuilder builder, ChildContext context) {
        Person person = context.child().person();
        Household household = context.child().household();
        SourceRow[] rows = Stream.concat(
                        Stream.of(person.source()),
                        Stream.concat(
                                household.families().stream().map(Household.FamilyLink::source),
                                HomeAddress.of(context.child()).stream().map(Household.Address::source)))
                .toArray(SourceRow[]::new);
        builder.add(Category.DEMOGRAPHICS, patients.map(context), rows);
        for (Household.MotherLink link : household.mothers()) {
            builder.addAboutPerson(
                    Category.FAMILY, link.motherPersonId(), relatedPersons.map(context, link), link.source());
        }
        for (Person.Disability disability : person.disabilities()) {
            observations
                    .disability(context, disability)
                    .ifPresent(o -> builder.add(Category.DISABILITY, o, disability.source()));
        }
    }

    private void childInNeed(RecordBuilder builder, ChildContext context) {
        ChildInNeed childInNeed = context.child().childInNeed();
        for (ChildInNeed.Referral referral : childInNeed.referrals()) {
            ServiceRequest request = referrals.map(context, referral);
            builder.add(Category.CHILD_IN_NEED, request, referral.row());
            if (!referral.noFurtherAction().orElse(false)) {
                builder.add(Category.CHILD_IN_NEED, episodes.childInNeed(context, referral), referral.row());
            }
        }
        for (ChildInNeed.Assessment assessment : childInNeed.assessments()) {
            builder.add(Category.ASSESSMENT, assessments.map(context, assessment), assessment.row());
        }
        for (ChildInNeed.CinPlan plan : childInNeed.plans()) {
            builder.add(Category.CHILD_IN_NEED, plans.childInNeed(context, plan), plan.row());
        }
    }

    private void childProtection(RecordBuilder builder, ChildContext context) {
        ChildProtection protection = context.child().childProtection();
        for (ChildProtection.Section47Enquiry enquiry : protection.enquiries()) {
            builder.add(Category.CHILD_PROTECTION, steps.enquiry(context, enquiry), enquiry.row());
        }
        for (ChildProtection.InitialConference conference : protection.conferences()) {
            builder.add(Category.CHILD_PROTECTION, steps.conference(context, conference), conference.row());
        }
        for (ChildProtection.ChildProtectionPlan source : protection.plans()) {
            Plan plan = Plan.of(source, context.child().person());
            builder.add(Category.CHILD_PROTECTION, flags.map(context, plan), source.row());
            builder.add(Category.CHILD_PROTECTION, plans.childProtection(context, plan, source), source.row());
            builder.add(Category.CHILD_PROTECTION, careTeams.responsibleAuthority(context, plan), source.row());
            builder.add(Category.CHILD_PROTECTION, episodes.childProtection(context, plan), source.row());
        }
        for (ChildProtection.Review review : protection.reviews()) {
            builder.add(Category.CHILD_PROTECTION, steps.review(context, review), review.row());
        }
    }

    private void lookedAfter(RecordBuilder builder, ChildContext context) {
        LookedAfter lookedAfter = context.child().lookedAfter();
        for (PeriodOfCare care : PeriodOfCare.of(lookedAfter.episodes())) {
            Plan plan = Plan.of(care);
            SourceRow[] rows =
                    care.episodes().stream().map(LookedAfter.Episode::row).toArray(SourceRow[]::new);
            builder.add(Category.LOOKED_AFTER, flags.map(context, plan), rows);
            builder.add(Category.LOOKED_AFTER, plans.lookedAfter(context, plan), rows);
            builder.add(Category.LOOKED_AFTER, careTeams.responsibleAuthority(context, plan), rows);
            builder.add(Category.LOOKED_AFTER, episodes.lookedAfter(context, care), rows);
        }
        for (LookedAfter.Placement placement : lookedAfter.placements()) {
            builder.add(Category.LOOKED_AFTER, episodes.placement(context, placement), placement.row());
        }
        for (LookedAfter.LegalStatus status : lookedAfter.legalStatuses()) {
            builder.add(Category.LOOKED_AFTER, observations.legalStatus(context, status), status.row());
        }
    }

    private void careLeaver(RecordBuilder builder, ChildContext context) {
        for (CareLeaver leaver : context.child().careLeavers()) {
            builder.add(Category.CARE_LEAVER, episodes.careLeaver(context, leaver), leaver.row());
            builder.add(Category.CARE_LEAVER, observations.careLeaver(context, leaver), leaver.row());
            leaver.pathwayPlanReview()
                    .ifPresent(day ->
                            builder.add(Category.CARE_LEAVER, plans.pathway(context, leaver, day), leaver.row()));
        }
    }

    private void network(RecordBuilder builder, ChildContext context) {
        List<Network.Involvement> open = context.child().network().involvements().stream()
                .filter(involvement -> involvement.period().end().isEmpty())
                .toList();
        SourceRow[] rows = open.stream().map(Network.Involvement::row).toArray(SourceRow[]::new);
        Optional.of(open)
                .flatMap(involvements -> careTeams.professionals(context, involvements))
                .ifPresent(team -> builder.add(Category.PROFESSIONAL_CONTACTS, team, rows));
    }
}
