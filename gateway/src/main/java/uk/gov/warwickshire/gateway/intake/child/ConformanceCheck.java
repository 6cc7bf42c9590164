package uk.gov.warwickshire.gateway.intake.child;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.fhir.EncodedRecord;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;
import uk.gov.warwickshire.profiles.ProfilePackage;
import uk.gov.warwickshire.profiles.check.Fault;
import uk.gov.warwickshire.profiles.check.ResourceCheck;

/** Finds what would be no valid resource of its profile, before any of it is stored and so before any of it is sent. */
@Component
class ConformanceCheck {

    private static final int MOST_FAULTS = 20;
    private static final int REMEMBERED = 20_000;

    private final ResourceCheck check;
    /** Directory resources that passed, by hash: a team or worker comes with every child that knows it. */
    private final Map<ByteBuffer, Boolean> passed = new ConcurrentHashMap<>();

    ConformanceCheck(ProfilePackage profiles) {
        this.check = ResourceCheck.of(profiles);
    }

    /** Empty if every resource conforms; the first twenty otherwise. */
    List<Fault> faults(EncodedRecord encoded) {
        return encoded.resources().stream()
                .flatMap(resource -> faults(resource).stream())
                .limit(MOST_FAULTS)
                .toList();
    }

    private List<Fault> faults(EncodedResource resource) {
        if (!resource.directory()) {
            return check.faults(resource.json());
        }
        ByteBuffer hash = ByteBuffer.wrap(Arrays.copyOf(resource.hash(), resource.hash().length));
        if (passed.containsKey(hash)) {
            return List.of();
        }
        List<Fault> faults = check.faults(resource.json());
        if (faults.isEmpty()) {
            if (passed.size() >= REMEMBERED) {
                passed.clear();
            }
            passed.put(hash, true);
        }
        return faults;
    }
}
