package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.mappings.fhir.SearchIndexer;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** Search by the definitions of R4 and of the profiles. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    SearchParameters searchParameters(FhirContext context, ProfilePackage profiles) {
        return SearchParameters.of(context, profiles.resources());
    }

    @Bean
    SearchIndexer searchIndexer(FhirContext context, SearchParameters parameters) {
        return new ResourceIndexer(context, parameters);
    }
}
