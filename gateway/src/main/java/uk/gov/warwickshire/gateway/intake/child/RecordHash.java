package uk.gov.warwickshire.gateway.intake.child;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.fhir.MappingSettings;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.source.ssd.References;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The hash of everything that a stored record depends on; the same hash means nothing is to be done. */
@Component
class RecordHash {

    /** Raise it when the mapping changes, so that the next extract maps every child again. */
    private static final String MAPPING_RULES = "3";

    private final String settings;

    RecordHash(MappingSettings settings, ProfilePackage profiles) {
        this.settings = MAPPING_RULES + settings + profiles.fingerprint();
    }

    /** @param today rows that end after it read otherwise than once the day has passed */
    byte[] of(ChildInput child, References references, Surroundings surroundings, LocalDate today) {
        SsdChildRows rows = child.rows();
        StringBuilder text = new StringBuilder(settings);
        text.append('\n').append(rows.contentHash(surroundings.identity(rows.childId()), surroundings));
        long endsAhead = rows.endsAhead(today);
        if (endsAhead > 0) {
            text.append("\nendsAhead|").append(endsAhead);
        }
        child.censusHash().ifPresent(census -> text.append("\ncensus|").append(census));
        for (String mother : new TreeSet<>(references.motherIds())) {
            Identity identity = surroundings.identity(mother);
            text.append('\n')
                    .append(identity.nhsNumber().map(NhsNumber::digits).orElse(""))
                    .append('|')
                    .append(identity.status())
                    .append('|')
                    .append(identity.restricted());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
