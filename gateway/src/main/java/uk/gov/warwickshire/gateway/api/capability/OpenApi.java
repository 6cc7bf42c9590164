package uk.gov.warwickshire.gateway.api.capability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.springframework.stereotype.Component;

/** The CapabilityStatement in the words of OpenAPI 3.0. */
@Component
class OpenApi {

    private static final List<String> FORMATS = List.of("application/fhir+json", "application/fhir+xml");
    private static final List<String> RESULT = List.of(
            "_count", "_sort", "_total", "_include", "_revinclude", "_summary", "_elements", "_format", "_pretty");

    private final Statement statement;

    OpenApi(Statement statement) {
        this.statement = statement;
    }

    Map<String, Object> at(String base) {
        CapabilityStatement capabilities = statement.at(base);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put(
                "info",
                Map.of(
                        "title", capabilities.getTitle(),
                        "version", capabilities.getSoftware().getVersion(),
                        "description", capabilities.getDescription()));
        document.put("servers", List.of(Map.of("url", base)));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths(capabilities));
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of(
                                "token",
                                Map.of(
                                        "type", "http",
                                        "scheme", "bearer",
                                        "bearerFormat", "JWT",
                                        "description",
                                                "OAuth 2 client credentials, SMART system scopes, claim ods_code"))));
        return document;
    }

    private static Map<String, Object> paths(CapabilityStatement capabilities) {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> metadata = new LinkedHashMap<>(get("CapabilityStatement", "metadata", List.of()));
        metadata.put("security", List.of());
        paths.put("/metadata", Map.of("get", metadata));
        capabilities.getRestFirstRep().getResource().forEach(resource -> addType(paths, resource));
        return paths;
    }

    private static void addType(Map<String, Object> paths, CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        List<Map<String, Object>> search = new ArrayList<>();
        resource.getSearchParam()
                .forEach(p -> search.add(query(p.getName(), p.getType().toCode())));
        RESULT.forEach(name -> search.add(query(name, "result")));
        paths.put("/" + type, Map.of("get", get(type, "search", search)));
        paths.put("/" + type + "/_search", Map.of("post", post(type, search)));
        paths.put("/" + type + "/{id}", Map.of("get", get(type, "read", List.of(path("id")))));
        if (resource.getReadHistory()) {
            addVersions(paths, type);
        }
        addOperations(paths, resource);
    }

    private static void addVersions(Map<String, Object> paths, String type) {
        paths.put(
                "/" + type + "/{id}/_history",
                Map.of(
                        "get",
                        get(type, "history", List.of(path("id"), query("_since", "date"), query("_count", "number")))));
        paths.put(
                "/" + type + "/{id}/_history/{version}",
                Map.of("get", get(type, "vread", List.of(path("id"), path("version")))));
    }

    private static void addOperations(Map<String, Object> paths, CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        resource.getOperation().stream()
                .filter(operation -> operation.getName().equals("match"))
                .forEach(operation -> paths.put("/" + type + "/$match", Map.of("post", get(type, "match", List.of()))));
        resource.getOperation().stream()
                .filter(operation -> !operation.getName().equals("match"))
                .forEach(operation -> paths.put(
                        "/" + type + "/{id}/$" + operation.getName(),
                        Map.of(
                                "get", get(type, operation.getName(), List.of(path("id"))),
                                "post", get(type, "post-" + operation.getName(), List.of(path("id"))))));
    }

    private static Map<String, Object> get(String type, String what, List<Map<String, Object>> parameters) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(type));
        operation.put("operationId", what + "-" + type);
        operation.put("parameters", parameters);
        operation.put("responses", responses());
        return operation;
    }

    private static Map<String, Object> post(String type, List<Map<String, Object>> search) {
        Map<String, Object> properties = new LinkedHashMap<>();
        search.forEach(parameter -> properties.put(String.valueOf(parameter.get("name")), Map.of("type", "string")));
        Map<String, Object> operation = new LinkedHashMap<>(get(type, "post-search", List.of()));
        operation.put(
                "requestBody",
                Map.of(
                        "content",
                        Map.of(
                                "application/x-www-form-urlencoded",
                                Map.of("schema", Map.of("type", "object", "properties", properties)))));
        return operation;
    }

    private static Map<String, Object> responses() {
        Map<String, Object> content = new LinkedHashMap<>();
        FORMATS.forEach(format -> content.put(format, Map.of("schema", Map.of("type", "object"))));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", "What may be shown", "content", content));
        responses.put("default", Map.of("description", "An OperationOutcome with a stable code", "content", content));
        return responses;
    }

    private static Map<String, Object> query(String name, String type) {
        return Map.of("name", name, "in", "query", "description", type, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> path(String name) {
        return Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"));
    }
}
