package uk.gov.warwickshire.gateway.api.capability;

import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The CapabilityStatement as a page for people: no script, nothing from elsewhere. */
@Component
class ApiPage {

    private final Statement statement;

    ApiPage(Statement statement) {
        this.statement = statement;
    }

    String at(String base) {
        CapabilityStatement capabilities = statement.at(base);
        String types = capabilities.getRestFirstRep().getResource().stream()
                .map(resource -> section(base, resource))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                body { font-family: sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem 1rem .2rem 0; }
                code { background: #f3f2f1; padding: .1rem .3rem; } summary { cursor: pointer; }
                </style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p>%3$s</p>
                <p>%4$s</p>
                <p>For machines: <a href="%5$s/metadata">CapabilityStatement</a>,
                <a href="%5$s/openapi.json">OpenAPI</a>.</p>
                %6$s
                </main>
                </body>
                </html>
                """.formatted(
                        text(capabilities.getTitle()),
                        text(capabilities.getDescription()),
                        text(capabilities.getRestFirstRep().getDocumentation()),
                        text(capabilities.getRestFirstRep().getSecurity().getDescription()),
                        text(base),
                        types);
    }

    private static String section(String base, CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        String rows = resource.getSearchParam().stream()
                .map(p -> "<tr><td><code>%s</code></td><td>%s</td></tr>"
                        .formatted(text(p.getName()), text(p.getType().toCode())))
                .collect(Collectors.joining("\n"));
        String operations = resource.getOperation().stream()
                .map(o -> "<li><code>%s/$%s</code></li>"
                        .formatted(
                                o.getName().equals("match")
                                        ? "POST " + text(base) + "/" + type
                                        : "GET " + text(base) + "/" + type + "/{id}",
                                text(o.getName())))
                .collect(Collectors.joining("\n"));
        return """
                <h2>%1$s</h2>
                <ul>
                <li><code>GET %2$s/%1$s/{id}</code></li>
                %5$s
                <li><code>GET %2$s/%1$s?...</code>, or <code>POST %2$s/%1$s/_search</code></li>
                %3$s
                </ul>
                <details><summary>Search parameters of %1$s</summary>
                <table><thead><tr><th scope="col">Name</th><th scope="col">Type</th></tr></thead><tbody>
                %4$s
                </tbody></table></details>
                """.formatted(type, text(base), operations, rows, resource.getReadHistory() ? versions(base, type) : "");
    }

    private static String versions(String base, String type) {
        return """
                <li><code>GET %1$s/%2$s/{id}/_history</code></li>
                <li><code>GET %1$s/%2$s/{id}/_history/{version}</code></li>\
                """.formatted(text(base), type);
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
