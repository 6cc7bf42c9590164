package uk.gov.warwickshire.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads versions of one resource, in the caller's transaction if there is one. */
public interface VersionReader {

    /** The version that stands now, which may be a deletion. */
    Optional<ResourceVersion> latest(String type, String id);

    Optional<ResourceVersion> version(String type, String id, long version);

    /**
     * The newest first.
     *
     * @param since only versions made at that time or later
     * @param before only versions below this one
     * @param limit how many at most
     */
    List<ResourceVersion> history(String type, String id, Instant since, long before, int limit);

    /**
     * How many versions there are since that time; empty where they differ in category or in the person they are about, so
     * that some may be shown and others not.
     */
    OptionalLong countAlike(String type, String id, Instant since);
}
