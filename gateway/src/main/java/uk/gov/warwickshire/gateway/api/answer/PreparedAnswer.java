package uk.gov.warwickshire.gateway.api.answer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;

/**
 * JSON that is ready to be written, in pieces that are not copied together. HAPI wants a resource from every provider: it
 * gets an empty one that carries this, and {@link AnswerWriter} writes what it carries.
 *
 * @param json UTF-8, nobody may change it
 * @param version the `ETag` of a single resource
 * @param lastModified of a single resource
 */
public record PreparedAnswer(List<byte[]> json, Optional<Long> version, Optional<Instant> lastModified) {

    private static final String KEY = PreparedAnswer.class.getName();

    public PreparedAnswer {
        json = List.copyOf(json);
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(lastModified, "lastModified");
    }

    public static PreparedAnswer ofResource(byte[] json, long version, Instant lastModified) {
        return new PreparedAnswer(List.of(json), Optional.of(version), Optional.of(lastModified));
    }

    public static PreparedAnswer ofBundle(List<byte[]> json) {
        return new PreparedAnswer(json, Optional.empty(), Optional.empty());
    }

    /** The carrier of a single resource. */
    public IBaseResource asResource() {
        Basic carrier = new Basic();
        carrier.setUserData(KEY, this);
        return carrier;
    }

    /** The carrier of a Bundle. */
    public Bundle asBundle() {
        Bundle carrier = new Bundle();
        // HAPI refuses a history without one.
        carrier.setId("carrier");
        carrier.setUserData(KEY, this);
        return carrier;
    }

    static Optional<PreparedAnswer> carriedBy(IBaseResource resource) {
        return Optional.ofNullable((PreparedAnswer) resource.getUserData(KEY));
    }

    int length() {
        return json.stream().mapToInt(piece -> piece.length).sum();
    }
}
