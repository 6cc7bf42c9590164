package uk.gov.warwickshire.gateway.common.security;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the server word its own refusals as the interfaces do. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final RefusalWriter writer;

    ServerErrors(RefusalWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        // The innermost valve reports first.
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OutcomeErrorValve(writer.codeSystem())));
    }
}
