package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.api.access.AnswerGate;
import uk.gov.warwickshire.gateway.api.answer.AnswerWriter;
import uk.gov.warwickshire.gateway.api.capability.CapabilityProvider;
import uk.gov.warwickshire.gateway.api.problem.Outcomes;
import uk.gov.warwickshire.gateway.api.problem.ProblemInterceptor;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;

/** Puts the server together: one provider for each type, the operations, and what stands around every request. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    static final String PATH = "/fhir/R4";

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, PATH + "/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** @param others providers of other rooms' types, the audit's for instance */
    @Bean
    RestfulServer fhirServer(
            FhirContext context,
            GatewaySettings settings,
            Reading reading,
            VersionHistory history,
            Searching searching,
            RecordOperations operations,
            PersonMatching matching,
            List<IResourceProvider> others,
            CapabilityProvider capabilities,
            AnswerWriter writer,
            ProblemInterceptor problems) {
        List<IResourceProvider> providers = new ArrayList<>(others);
        ServedTypes.ALL.forEach(type -> providers.add(new TypeProvider(
                context.getResourceDefinition(type).getImplementingClass(), reading, history, searching)));
        Set<String> served = providers.stream()
                .map(provider -> context.getResourceType(provider.getResourceType()))
                .collect(Collectors.toSet());
        FhirServer server = new FhirServer(context, settings.api().baseUrl(), new RequestCheck(served));
        server.setResourceProviders(providers);
        server.registerProvider(operations);
        server.registerProvider(matching);
        server.setServerConformanceProvider(capabilities);
        server.registerInterceptor(problems);
        server.registerInterceptor(writer);
        return server;
    }

    @Bean
    ProblemInterceptor problemInterceptor(Outcomes outcomes, AnswerGate gate, Requests requests) {
        return new ProblemInterceptor(outcomes, (request, code) -> {
            // What the API is holds nothing and may be asked without a token: there is nobody to name in the audit.
            if (!RequestCheck.isOfTheApi(request)) {
                gate.refused(requests.question(request), code);
            }
        });
    }
}
