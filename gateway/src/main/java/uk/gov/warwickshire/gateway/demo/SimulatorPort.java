package uk.gov.warwickshire.gateway.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Gives the simulated counterparts a port of their own, and keeps their paths off the gateway's and the other way round. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class SimulatorPort extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** What the counterparts answer. */
    static final List<String> PATHS = List.of("/messageexchange/", "/mesh/", "/icr/", "/oauth2/", "/.well-known/");

    private final int port;

    SimulatorPort(GatewaySettings settings) {
        this.port = settings.demo().simulatorPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        factory.addAdditionalConnectors(connector);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean simulated = PATHS.stream().anyMatch(request.getRequestURI()::startsWith);
        if (simulated != (request.getLocalPort() == port)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
