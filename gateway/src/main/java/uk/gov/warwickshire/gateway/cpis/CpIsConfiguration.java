package uk.gov.warwickshire.gateway.cpis;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatuses;
import uk.gov.warwickshire.mappings.cpis.inbound.CpIsInboundReader;
import uk.gov.warwickshire.mappings.cpis.inbound.XmlLimits;
import uk.gov.warwickshire.mappings.cpis.upload.Hl7UploadWriter;
import uk.gov.warwickshire.mappings.cpis.upload.Sender;
import uk.gov.warwickshire.mappings.cpis.upload.UploadWriter;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The mapping library with the council's settings; a mistake in them stops the start. */
@Configuration(proxyBeanMethods = false)
class CpIsConfiguration {

    @Bean
    CpIsRules cpIsRules(GatewaySettings settings, Clock clock) {
        return new CpIsRules(settings.cpIs(), clock);
    }

    /** The same for the upload and for the flag query; which legal statuses count stands in the FHIR package in force. */
    @Bean
    CpIsScope cpIsScope(ProfilePackage profiles, GatewaySettings settings) {
        GatewaySettings.CpIs cpIs = settings.cpIs();
        return CpIsScope.of(profiles, cpIs.visibleDays(), cpIs.plansOfOtherAuthorities());
    }

    @Bean
    CpIsStatuses cpIsStatuses(CpIsScope scope) {
        return new CpIsStatuses(scope);
    }

    @Bean
    CpIsInboundReader cpIsInboundReader() {
        return new CpIsInboundReader(XmlLimits.DEFAULT);
    }

    @Bean
    UploadWriter cpIsUploadWriter() {
        return new Hl7UploadWriter();
    }

    @Bean
    Sender cpIsSender(GatewaySettings settings) {
        GatewaySettings.Organisation council = settings.organisation();
        return new Sender(
                council.odsCode(),
                council.name(),
                Optional.ofNullable(council.emergencyDutyPhone()),
                Optional.ofNullable(council.officeHoursPhone()));
    }
}
