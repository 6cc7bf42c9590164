package uk.gov.warwickshire.gateway.intake.child;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.RecordListener.DerivedRecord;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ChildToSave;
import uk.gov.warwickshire.mappings.fhir.EncodedRecord;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.FhirRecordMapper;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.source.cin.CensusChildReader;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.profiles.check.Fault;

/** Rows to record to resources: the mapping library with the council's settings. Writes nothing. */
@Component
class RecordMaker {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final SsdChildReader reader = new SsdChildReader();
    private final CensusChildReader censusReader = new CensusChildReader();
    private final FhirRecordMapper mapper;
    private final FhirEncoder encoder;
    private final ConformanceCheck conformance;
    private final Clock clock;
    private final Set<LocalDate> sentinels;
    private final LocalCodes localCodes;

    RecordMaker(
            FhirRecordMapper mapper,
            FhirEncoder encoder,
            ConformanceCheck conformance,
            LocalCodes localCodes,
            Clock clock,
            GatewaySettings settings) {
        this.mapper = mapper;
        this.encoder = encoder;
        this.conformance = conformance;
        this.localCodes = localCodes;
        this.clock = clock;
        this.sentinels =
                settings.intake().sentinelDates().stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    ReadOutcome read(SsdChildRows rows, Surroundings surroundings) {
        return reader.read(rows, surroundings.identity(rows.childId()), surroundings, options());
    }

    ReadOutcome read(CensusEntry entry, Surroundings surroundings) {
        return censusReader.read(entry, surroundings.identity(entry.childId()), options());
    }

    private ReadOptions options() {
        return new ReadOptions(today(), sentinels, localCodes);
    }

    ChildToSave make(ChildRecord child, Surroundings surroundings, Timings timings) {
        FhirRecord mapped = timings.time(Phase.MAP, () -> mapper.map(child));
        EncodedRecord encoded = timings.time(Phase.ENCODE, () -> encoder.encode(mapped));
        return new ChildToSave(facts(child, surroundings), encoded);
    }

    /** What of a record is no valid resource; it must not be saved then. */
    List<Fault> faults(ChildToSave made, Timings timings) {
        return timings.time(Phase.CHECK, () -> conformance.faults(made.encoded()));
    }

    private ChildFacts facts(ChildRecord child, Surroundings surroundings) {
        Person person = child.person();
        Identity identity = child.identity();
        return new ChildFacts(
                child.childId(),
                identity.nhsNumber(),
                identity.status(),
                person.birthDate().or(person::expectedBirthDate),
                child.household().postcodeAreaOn(today()),
                identity.restricted(),
                mothers(child, surroundings));
    }

    /** For rooms that keep something of their own. */
    DerivedRecord derived(ChildRecord child, Surroundings surroundings) {
        return new DerivedRecord(child, mothers(child, surroundings));
    }

    private static Map<String, Identity> mothers(ChildRecord child, Surroundings surroundings) {
        return child.household().mothers().stream()
                .map(Household.MotherLink::motherPersonId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), surroundings::identity));
    }

    boolean isAtRisk(ChildRecord child) {
        return AtRisk.isToday(child, today());
    }

    /** The council's day. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(COUNCIL));
    }
}
