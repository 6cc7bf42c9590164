package uk.gov.warwickshire.mappings.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Person;

/** ssd_person with the identity file, ssd_family and ssd_address to UKCore-Patient. */
final class PatientMapper {

    Patient map(ChildContext context) {
        Person person = context.child().person();
        Identity identity = context.child().identity();
        Patient patient = context.identified(new Patient(), context.patientId());

        // meta.tag
        if (context.child().missingRows() > 0) { // count of rejected rows
            patient.getMeta().addTag(context.own("record-marker", "incomplete"));
        }
        // extension:ethnicCategory
        person.ethnicity() // ssd_person.pers_ethnicity
                .map(context.concepts()::ethnicity)
                .ifPresent(concept ->
                        patient.addExtension(new Extension(Systems.UK_CORE_EXTENSION + "EthnicCategory", concept)));
        // extension:family
        for (Household.FamilyLink link : context.child().household().families()) { // ssd_family.fami_family_id
            patient.addExtension(context.extension("family", context.identifier("family", link.familyId())));
        }
        // extension:expectedBirthDate
        if (person.birthDate().isEmpty()) {
            person.expectedBirthDate() // ssd_person.pers_expected_dob
                    .ifPresent(
                            day -> patient.addExtension(context.extension("expected-birth-date", Elements.date(day))));
        }
        // identifier
        identity.nhsNumber() // identity.nhs_number
                .ifPresent(number -> patient.addIdentifier(nhsNumber(number, identity)));
        patient.addIdentifier(context.identifier(Systems.PERSON, person.personId())); // ssd_person.pers_person_id
        person.upn() // ssd_person.pers_upn
                .ifPresent(upn -> patient.addIdentifier(context.identifier("upn", upn)));
        // identifier = [none]: pers_legacy_id and ssd_linked_identifiers are kept by hand and may be another person's
        // active
        patient.setActive(true);
        // name
        name(person).ifPresent(patient::addName);
        // telecom = [none]: the source has no telephone of a family
        // gender
        patient.setGender(
                context.concepts() // ssd_person.pers_sex, else pers_gender
                        .administrativeGender(person.sex(), person.gender()));
        // birthDate
        person.birthDate() // ssd_person.pers_dob
                .ifPresent(day -> patient.setBirthDateElement(Elements.date(day)));
        // birthDate = [none] from pers_expected_dob: an estimate read as a fact would match the wrong person
        // deceased[x]
        person.deathDate() // ssd_person.pers_death_date
                .ifPresent(day -> patient.setDeceased(Elements.dateTime(day)));
        // address
        HomeAddress.of(context.child()).ifPresent(address -> patient.addAddress(address(address)));
        // contact = [none]: ssd_family names persons without saying how they belong together
        // managingOrganization
        patient.setManagingOrganization(context.council());
        return patient;
    }

    private static Identifier nhsNumber(NhsNumber number, Identity identity) {
        Identifier identifier = new Identifier();
        identifier.addExtension(new Extension(
                Systems.UK_CORE_EXTENSION + "NHSNumberVerificationStatus",
                Elements.concept( // identity.verification_status
                        Systems.NHS_NUMBER_STATUS,
                        identity.status().code(),
                        identity.status().display())));
        return identifier.setSystem(Systems.NHS_NUMBER).setValue(number.digits());
    }

    private static Optional<HumanName> name(Person person) {
        HumanName name = new HumanName().setUse(NameUse.OFFICIAL);
        person.surname().ifPresent(name::setFamily); // ssd_person.pers_surname
        person.forename().ifPresent(name::addGiven); // ssd_person.pers_forename
        return Optional.of(name).filter(n -> n.hasFamily() || n.hasGiven());
    }

    private static Address address(Household.Address source) {
        Address address = new Address().setUse(AddressUse.HOME);
        source.uprn().ifPresent(uprn -> address.addExtension(addressKey(uprn))); // ssd_address.addr_address_json UPRN
        source.lines().forEach(address::addLine); // ssd_address.addr_address_json
        source.town().ifPresent(address::setCity); // ssd_address.addr_address_json TOWN
        source.postcode().ifPresent(address::setPostalCode); // ssd_address.addr_address_postcode
        Elements.period(source.period()).ifPresent(address::setPeriod); // ssd_address.addr_address_start_date
        return address;
    }

    private static Extension addressKey(String uprn) {
        Extension key = new Extension(Systems.UK_CORE_EXTENSION + "AddressKey");
        key.addExtension(new Extension(
                "type", Elements.concept(Systems.ADDRESS_KEY_TYPE, "UPRN", "Unique Property Reference Number")));
        key.addExtension(new Extension("value", new StringType(uprn)));
        return key;
    }
}
