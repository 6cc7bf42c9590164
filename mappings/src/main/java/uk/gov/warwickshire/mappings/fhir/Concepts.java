package uk.gov.warwickshire.mappings.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.profiles.CodeList;
import uk.gov.warwickshire.profiles.ProfilePackage;
import uk.gov.warwickshire.profiles.Translation;

/** Turns coded values into concepts, worded as their list words them. Read once; the same for every child. */
final class Concepts {

    /** Longer than any value of a list: what is longer is narrative, and narrative never leaves. */
    private static final int LONGEST_LIST_VALUE = 100;

    private final Map<String, CodeList> lists = new HashMap<>();
    private final Translation ethnicity;
    private final Translation abuseCategory;
    private final Translation planType;
    private final Translation jobTitle;
    private final Translation referralSource;
    private final Translation relationship;
    private final Translation sex;
    private final Translation gender;

    /** @throws uk.gov.warwickshire.profiles.ProfileException if the package lacks a map */
    Concepts(ProfilePackage profiles) {
        for (Resource resource : profiles.resources()) {
            if (resource instanceof CodeSystem codeSystem) {
                lists.put(codeSystem.getIdElement().getIdPart(), CodeList.of(codeSystem));
            }
        }
        ethnicity = translation(profiles, "dfe-ethnicity-to-nhs");
        abuseCategory = translation(profiles, "dfe-abuse-category-to-nhs");
        planType = translation(profiles, "plan-type-to-snomed");
        jobTitle = Translation.ofWords(profiles.resource(ConceptMap.class, "job-title-to-sds"));
        referralSource = translation(profiles, "dfe-referral-source-to-snomed");
        relationship = translation(profiles, "relationship-to-uk-core");
        sex = translation(profiles, "dfe-sex-to-fhir");
        gender = translation(profiles, "gender-identity-to-fhir");
    }

    /**
     * A value of a DfE list: with a known code, the coding and the list's own words; otherwise the source's words, if
     * they are short enough to be a list value at all.
     */
    CodeableConcept of(String list, Coded value) {
        Optional<Coding> coding = value.code().flatMap(code -> list(list).coding(code));
        if (coding.isPresent()) {
            return new CodeableConcept()
                    .addCoding(coding.get())
                    .setText(coding.get().getDisplay());
        }
        return text(value.text());
    }

    /** A concept of one of our own lists. */
    CodeableConcept own(String list, String code) {
        return new CodeableConcept().addCoding(coding(list, code));
    }

    Coding coding(String list, String code) {
        return list(list)
                .coding(code)
                .orElseThrow(() -> new IllegalArgumentException("no code " + code + " in " + list));
    }

    /** The NHS category before the DfE one, which is finer for travellers. */
    CodeableConcept ethnicity(Coded value) {
        return translated(ethnicity, "dfe-ethnicity", value);
    }

    CodeableConcept abuseCategory(Coded value) {
        return translated(abuseCategory, "dfe-abuse-category", value);
    }

    CodeableConcept referralSource(Coded value) {
        return translated(referralSource, "dfe-referral-source", value);
    }

    /** Of UK Core; empty for a relationship that it has no code for. */
    CodeableConcept relationship(String code) {
        CodeableConcept concept = new CodeableConcept();
        relationship.translate(code).forEach(concept::addCoding);
        return concept;
    }

    /** FHIR's gender is administrative: the recorded sex, and the gender only where no sex is recorded. */
    AdministrativeGender administrativeGender(Optional<Coded> sexRecorded, Optional<Coded> genderRecorded) {
        Optional<String> code = sexRecorded.isPresent()
                ? sexRecorded.flatMap(Coded::code).flatMap(c -> first(sex, c))
                : genderRecorded.flatMap(Coded::code).flatMap(c -> first(gender, c));
        return code.map(AdministrativeGender::fromCode).orElse(AdministrativeGender.UNKNOWN);
    }

    private static Optional<String> first(Translation translation, String code) {
        return translation.translate(code).stream().map(Coding::getCode).findFirst();
    }

    /** The SNOMED CT code where one exists, then our own. */
    CodeableConcept planType(String code) {
        CodeableConcept concept = new CodeableConcept();
        planType.translate(code).forEach(concept::addCoding);
        return concept.addCoding(coding("plan-type", code));
    }

    List<Coding> planTypeSnomed(String code) {
        return planType.translate(code);
    }

    /** A role or job title: the SDS job role where the words name one, and the words. */
    CodeableConcept jobRole(String title) {
        CodeableConcept concept = text(title);
        jobTitle.translate(title).forEach(concept::addCoding);
        return concept;
    }

    private CodeableConcept translated(Translation translation, String list, Coded value) {
        CodeableConcept concept = new CodeableConcept();
        value.code().ifPresent(code -> translation.translate(code).forEach(concept::addCoding));
        CodeableConcept source = of(list, value);
        source.getCoding().forEach(concept::addCoding);
        return concept.setTextElement(source.getTextElement());
    }

    private static CodeableConcept text(String text) {
        CodeableConcept concept = new CodeableConcept();
        if (text.length() <= LONGEST_LIST_VALUE && text.lines().count() == 1) {
            concept.setText(text.strip());
        }
        return concept;
    }

    private CodeList list(String name) {
        return Optional.ofNullable(lists.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no list " + name + " in the package"));
    }

    private static Translation translation(ProfilePackage profiles, String id) {
        return Translation.of(profiles.resource(ConceptMap.class, id));
    }
}
