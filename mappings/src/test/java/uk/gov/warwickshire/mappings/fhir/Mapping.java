package uk.gov.warwickshire.mappings.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The mapper the tests of this package share. */
final class Mapping {

    static final FhirContext CONTEXT = FhirContext.forR4Cached();
    static final MappingSettings SETTINGS = new MappingSettings(
            ProfilePackage.PUBLISHED_BASE,
            "TEST01",
            "Testshire County Council",
            "937",
            Optional.of("01926 555000"),
            Optional.of("01926 555001"));
    static final ProfilePackage PROFILES = ProfilePackage.load(CONTEXT, SETTINGS.baseUri());
    static final SocialCareRecordMapper MAPPER = new SocialCareRecordMapper(SETTINGS, PROFILES);

    private Mapping() {}
}
