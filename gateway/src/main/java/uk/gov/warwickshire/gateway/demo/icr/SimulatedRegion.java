package uk.gov.warwickshire.gateway.demo.icr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record of one region in memory. A transaction is taken whole or refused whole with an OperationOutcome; every
 * write of a resource is counted, so that a test can tell once from twice.
 */
public final class SimulatedRegion {

    /** A resource as last received. `writes` counts changes of content, `puts` every PUT. */
    public record Held(String json, int puts, int writes) {}

    /** What the region answers: HTTP status and FHIR JSON. */
    public record Answer(int status, String json) {}

    private final FhirContext fhir;
    private final BundleRules rules = new BundleRules();
    private final SortedMap<String, Held> held = new TreeMap<>();
    private int requests;
    private int refused;

    public SimulatedRegion(FhirContext fhir) {
        this.fhir = fhir;
    }

    public synchronized Answer receive(String body) {
        requests++;
        Bundle bundle;
        try {
            bundle = parser().parseResource(Bundle.class, body);
        } catch (DataFormatException | ClassCastException malformed) {
            return refuse(400, IssueType.STRUCTURE, List.of("not a FHIR Bundle in JSON: " + malformed.getMessage()));
        }
        if (bundle.getType() != BundleType.TRANSACTION) {
            return refuse(400, IssueType.INVALID, List.of("only transactions are taken"));
        }
        List<String> problems = rules.problems(bundle, held.keySet());
        if (!problems.isEmpty()) {
            return refuse(422, IssueType.PROCESSING, problems);
        }
        Bundle response = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        bundle.getEntry().forEach(entry -> response.addEntry(apply(entry)));
        return new Answer(200, fhir.newJsonParser().encodeResourceToString(response));
    }

    private BundleEntryComponent apply(BundleEntryComponent entry) {
        String key = entry.getRequest().getUrl();
        BundleEntryComponent answer = new BundleEntryComponent();
        if (entry.getRequest().getMethod() == HTTPVerb.DELETE) {
            held.remove(key);
            answer.getResponse().setStatus("204");
            return answer;
        }
        String json = encode(entry.getResource());
        Held before = held.get(key);
        int puts = before == null ? 1 : before.puts() + 1;
        int writes = before == null ? 1 : before.json().equals(json) ? before.writes() : before.writes() + 1;
        held.put(key, new Held(json, puts, writes));
        answer.getResponse()
                .setStatus(before == null ? "201" : "200")
                .setLocation(key + "/_history/" + writes)
                .setEtag("W/\"" + writes + "\"");
        return answer;
    }

    private Answer refuse(int status, IssueType type, List<String> problems) {
        refused++;
        OperationOutcome outcome = new OperationOutcome();
        problems.forEach(problem -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(problem));
        return new Answer(status, fhir.newJsonParser().encodeResourceToString(outcome));
    }

    /** What is held now, by `Type/id`. */
    public synchronized Map<String, Held> held() {
        return Map.copyOf(held);
    }

    public synchronized Optional<Held> read(String key) {
        return Optional.ofNullable(held.get(key));
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized int refused() {
        return refused;
    }

    private String encode(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }

    private IParser parser() {
        return fhir.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    }
}
