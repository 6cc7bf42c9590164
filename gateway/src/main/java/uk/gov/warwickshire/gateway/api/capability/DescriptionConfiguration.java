package uk.gov.warwickshire.gateway.api.capability;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Function;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The descriptions of the API that need no token: OpenAPI and a page. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    private static final String PATH = "/fhir/R4";

    @Bean
    ServletRegistrationBean<DescriptionServlet> openApiServlet(
            OpenApi openApi, JsonMapper json, GatewaySettings settings) {
        return registration(
                "fhir-openapi",
                "/openapi.json",
                new DescriptionServlet(
                        base(settings), base -> json.writeValueAsString(openApi.at(base)), "application/json"));
    }

    @Bean
    ServletRegistrationBean<DescriptionServlet> apiPageServlet(ApiPage page, GatewaySettings settings) {
        return registration("fhir-page", "/api-docs", new DescriptionServlet(base(settings), page::at, "text/html"));
    }

    private static ServletRegistrationBean<DescriptionServlet> registration(
            String name, String path, DescriptionServlet servlet) {
        ServletRegistrationBean<DescriptionServlet> registration = new ServletRegistrationBean<>(servlet, PATH + path);
        registration.setName(name);
        return registration;
    }

    private static Function<HttpServletRequest, String> base(GatewaySettings settings) {
        return request -> settings.api()
                .baseUrl()
                .map(URI::toString)
                .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request)
                        .path(PATH)
                        .toUriString());
    }
}
