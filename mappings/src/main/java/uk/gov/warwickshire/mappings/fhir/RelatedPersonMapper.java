package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.RelatedPerson;
import uk.gov.warwickshire.mappings.record.Household.MotherLink;
import uk.gov.warwickshire.mappings.record.Person;

/** ssd_mother to UKCore-RelatedPerson. */
final class RelatedPersonMapper {

    RelatedPerson map(ChildContext context, MotherLink link) {
        RelatedPerson mother = context.identified(new RelatedPerson(), context.id("mother", link.motherPersonId()));
        // identifier
        mother.addIdentifier(context.identifier(Systems.PERSON, link.motherPersonId())); // ssd_mother.moth_person_id
        // active
        mother.setActive(true);
        // patient
        mother.setPatient(context.subject()); // ssd_mother.moth_childs_person_id
        // relationship
        mother.addRelationship(context.concepts().relationship("mother"));
        // name
        link.mother().ifPresent(person -> name(mother, person));
        // telecom = [none]: the source has none
        // gender, birthDate, address = [none]: who she is suffices for the child's care
        return mother;
    }

    private static void name(RelatedPerson mother, Person person) {
        if (person.surname().isPresent() || person.forename().isPresent()) {
            person.surname().ifPresent(mother.addName()::setFamily); // ssd_person.pers_surname
            person.forename().ifPresent(mother.getNameFirstRep()::addGiven); // ssd_person.pers_forename
        }
    }
}
