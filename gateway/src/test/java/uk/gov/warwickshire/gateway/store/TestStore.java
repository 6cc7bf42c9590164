package uk.gov.warwickshire.gateway.store;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The real store over a test's database, for tests of what stands on it. */
public final class TestStore {

    private static final FhirEncoder ENCODER = new FhirEncoder(FhirContext.forR4Cached());

    private final TestDatabase database;
    private final RecordStore store;

    public TestStore(TestDatabase database) {
        this.database = database;
        this.store = TestStores.on(database, Clock.systemUTC());
    }

    public ResourceReader reader() {
        return new JdbcResourceReader(database.jdbc());
    }

    /** A record of the Patient and what else belongs to the child. */
    public void save(String childId, Patient patient, Resource... others) {
        List<MappedResource> resources = Stream.concat(Stream.of(patient), Stream.of(others))
                .map(TestStore::mapped)
                .toList();
        ChildFacts facts = new ChildFacts(
                childId,
                Optional.empty(),
                VerificationStatus.TRACE_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of());
        database.transactions()
                .executeWithoutResult(status -> store.save(
                        List.of(new ChildToSave(facts, ENCODER.encode(new FhirRecord(childId, resources))))));
    }

    private static MappedResource mapped(Resource resource) {
        resource.getMeta().addProfile(Systems.UK_CORE + "UKCore-" + resource.fhirType());
        return new MappedResource(resource, Category.DEMOGRAPHICS, Optional.empty());
    }
}
