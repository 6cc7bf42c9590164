package uk.gov.warwickshire.gateway.intake.child;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;
import uk.gov.warwickshire.mappings.fhir.FhirRecordMapper;
import uk.gov.warwickshire.mappings.fhir.MappingSettings;
import uk.gov.warwickshire.mappings.fhir.SearchIndexer;
import uk.gov.warwickshire.mappings.fhir.SocialCareRecordMapper;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The mapper with the council's settings. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    MappingSettings mappingSettings(GatewaySettings settings) {
        GatewaySettings.Organisation organisation = settings.organisation();
        return new MappingSettings(
                settings.fhir().baseUri().toString(),
                organisation.odsCode(),
                organisation.name(),
                organisation.localAuthorityCode(),
                Optional.ofNullable(organisation.officeHoursPhone()),
                Optional.ofNullable(organisation.emergencyDutyPhone()));
    }

    @Bean
    ProfilePackage profilePackage(MappingSettings mapping, GatewaySettings settings, FhirContext context) {
        return ProfilePackage.load(
                context, mapping.baseUri(), settings.fhir().packageDir().map(Path::of));
    }

    @Bean
    LocalCodes localCodes(ProfilePackage profiles) {
        return LocalCodes.of(profiles);
    }

    @Bean
    FhirRecordMapper fhirRecordMapper(MappingSettings settings, ProfilePackage profiles) {
        return new SocialCareRecordMapper(settings, profiles);
    }

    @Bean
    FhirEncoder fhirEncoder(FhirContext context, SearchIndexer indexer) {
        return new FhirEncoder(context, indexer);
    }
}
