package uk.gov.warwickshire.gateway.api.capability;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.search.ParameterType;
import uk.gov.warwickshire.gateway.store.search.SearchParameterDefinition;
import uk.gov.warwickshire.gateway.store.search.SearchParameters;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The CapabilityStatement: what is claimed is what the search index, the providers and the operations have. */
@Component
class Statement {

    private static final String UK_CORE_ACCESS =
            "https://fhir.hl7.org.uk/core-access/CapabilityStatement/uk-core-access-server";
    private static final String SMART_SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";
    private static final List<TypeRestfulInteraction> INTERACTIONS = List.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.SEARCHTYPE);

    private final SearchParameters parameters;
    private final List<TypeDescription> others;
    private final GatewaySettings settings;
    /** What the package demands of a server: its profiles are claimed, and a test holds the rest against what is. */
    private final CapabilityStatement demanded;

    private final String version;
    private final Date date;

    Statement(
            SearchParameters parameters,
            List<TypeDescription> others,
            GatewaySettings settings,
            ProfilePackage profiles,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.parameters = parameters;
        this.others = List.copyOf(others);
        this.settings = settings;
        this.demanded = profiles.resource(CapabilityStatement.class, "social-care-server");
        Optional<BuildProperties> built = Optional.ofNullable(build.getIfAvailable());
        this.version = built.map(BuildProperties::getVersion).orElse("development");
        this.date = Date.from(built.map(BuildProperties::getTime).orElseGet(clock::instant));
    }

    CapabilityStatement at(String base) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setName("SocialCareRecordAccess");
        statement.setTitle(
                "Children's social care records of " + settings.organisation().name());
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDate(date);
        statement.setPublisher(settings.organisation().name());
        statement.setDescription(
                "Read-only access for partners who care for the child. Every answer passes a disclosure"
                        + " decision and is recorded; what may not be shared is left out, and the answer says so.");
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.addInstantiates(UK_CORE_ACCESS);
        statement.addInstantiates(demanded.getUrl());
        statement.getSoftware().setName("Health integration gateway").setVersion(version);
        statement
                .getImplementation()
                .setDescription(settings.organisation().name())
                .setUrl(base);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        List.of("application/fhir+json", "json", "application/fhir+xml", "xml").forEach(statement::addFormat);
        addRest(statement);
        return statement;
    }

    private void addRest(CapabilityStatement statement) {
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation("A search names the patient, except of Patient by identifier or demographics and of"
                + " organisations and professionals. Unknown parameters are an error unless the request prefers"
                + " handling=lenient.");
        rest.getSecurity()
                .setCors(false)
                .setDescription(
                        "OAuth 2 bearer tokens with SMART system scopes (system/Flag.rs); the claim ods_code names"
                                + " the organisation. This statement needs no token.")
                .addService()
                .setText("SMART Backend Services")
                .addCoding()
                .setSystem(SMART_SERVICES)
                .setCode("SMART-on-FHIR");
        ServedTypes.ALL.forEach(type -> addType(rest, type));
        others.forEach(other -> addType(rest, other));
    }

    private static void addType(CapabilityStatementRestComponent rest, TypeDescription described) {
        CapabilityStatementRestResourceComponent resource =
                rest.addResource().setType(described.type()).setDocumentation(described.documentation());
        described.interactions().forEach(interaction -> resource.addInteraction()
                .setCode(interaction));
        described
                .parameters()
                .forEach((name, type) -> resource.addSearchParam().setName(name).setType(type));
    }

    private void addType(CapabilityStatementRestComponent rest, String type) {
        CapabilityStatementRestResourceComponent resource = rest.addResource().setType(type);
        demanded.getRestFirstRep().getResource().stream()
                .filter(demands -> demands.getType().equals(type))
                .forEach(demands -> {
                    resource.setProfileElement(demands.getProfileElement().copy());
                    demands.getSupportedProfile().forEach(profile -> resource.addSupportedProfile(profile.getValue()));
                });
        INTERACTIONS.forEach(interaction -> resource.addInteraction().setCode(interaction));
        resource.setVersioning(ResourceVersionPolicy.VERSIONED);
        resource.setReadHistory(true);
        resource.setConditionalRead(ConditionalReadStatus.FULLSUPPORT);
        resource.addReferencePolicy(ReferenceHandlingPolicy.LITERAL);
        addIncludes(resource, type);
        resource.addSearchParam()
                .setName("_id")
                .setType(SearchParamType.TOKEN)
                .setDefinition("http://hl7.org/fhir/SearchParameter/Resource-id");
        resource.addSearchParam()
                .setName("_lastUpdated")
                .setType(SearchParamType.DATE)
                .setDefinition("http://hl7.org/fhir/SearchParameter/Resource-lastUpdated");
        List.of("_content", "_text").forEach(name -> resource.addSearchParam()
                .setName(name)
                .setType(SearchParamType.STRING)
                .setDefinition("http://hl7.org/fhir/SearchParameter/"
                        + (name.equals("_text") ? "DomainResource-text" : "Resource-content")));
        parameters.of(type).forEach(parameter -> addParameter(resource, parameter));
        if (type.equals("Patient")) {
            resource.addOperation()
                    .setName("everything")
                    .setDefinition("http://hl7.org/fhir/OperationDefinition/Patient-everything");
            resource.addOperation()
                    .setName("match")
                    .setDefinition("http://hl7.org/fhir/OperationDefinition/Patient-match");
            resource.addOperation()
                    .setName("social-care-record")
                    .setDefinition(settings.fhir().baseUri() + "/OperationDefinition/social-care-record");
        }
    }

    private static void addParameter(
            CapabilityStatementRestResourceComponent resource, SearchParameterDefinition parameter) {
        var claimed = resource.addSearchParam()
                .setName(parameter.code())
                .setType(SearchParamType.fromCode(parameter.type().name().toLowerCase(java.util.Locale.ROOT)));
        if (!parameter.url().isEmpty()) {
            claimed.setDefinition(parameter.url());
        }
    }

    private void addIncludes(CapabilityStatementRestResourceComponent resource, String type) {
        references(type).forEach(parameter -> resource.addSearchInclude(type + ":" + parameter.code()));
        Set<String> reverse = new TreeSet<>();
        // The directory is searched without a patient, and then not by what stands in records.
        boolean ofDirectory = ServedTypes.isDirectory(type);
        ServedTypes.ALL.stream()
                .filter(source -> !ofDirectory || ServedTypes.isDirectory(source))
                .forEach(source -> references(source).stream()
                        .filter(parameter -> parameter.targets().isEmpty()
                                || parameter.targets().contains(type))
                        .forEach(parameter -> reverse.add(source + ":" + parameter.code())));
        reverse.forEach(resource::addSearchRevInclude);
    }

    private List<SearchParameterDefinition> references(String type) {
        return parameters.of(type).stream()
                .filter(parameter -> parameter.type() == ParameterType.REFERENCE)
                .toList();
    }
}
