package uk.gov.warwickshire.gateway.api.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.io.JsonStringEncoder;

/** Puts a Bundle together from resources that are JSON already; links first, then entries. */
public final class BundleJson {

    private final List<byte[]> pieces = new ArrayList<>();
    private final StringBuilder open = new StringBuilder(256);
    private boolean inLinks;
    private boolean inEntries;

    private BundleJson(UUID id, Instant now) {
        open.append("{\"resourceType\":\"Bundle\",\"id\":\"")
                .append(id)
                .append("\",\"meta\":{\"lastUpdated\":\"")
                .append(now)
                .append("\"}");
    }

    /** A Bundle of type `searchset` or `history`. */
    public static BundleJson of(String type, UUID id, Instant now) {
        BundleJson bundle = new BundleJson(id, now);
        bundle.open.append(",\"type\":\"").append(type).append('"');
        return bundle;
    }

    /** A document; its first entry must be the Composition. */
    public static BundleJson document(UUID id, Instant now) {
        BundleJson bundle = new BundleJson(id, now);
        bundle.open
                .append(",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:")
                .append(id)
                .append("\"},\"type\":\"document\",\"timestamp\":\"")
                .append(now)
                .append('"');
        return bundle;
    }

    public BundleJson total(long total) {
        open.append(",\"total\":").append(total);
        return this;
    }

    public BundleJson link(String relation, String url) {
        open.append(inLinks ? "," : ",\"link\":[");
        inLinks = true;
        open.append("{\"relation\":\"").append(relation).append("\",\"url\":\"");
        quoted(url).append("\"}");
        return this;
    }

    /** @param mode `match`, `include` or `outcome` */
    public BundleJson searchEntry(String fullUrl, byte[] resource, String mode) {
        startEntry(fullUrl).append(",\"resource\":");
        write(resource);
        open.append(",\"search\":{\"mode\":\"").append(mode).append("\"}}");
        return this;
    }

    /** @param grade code of `http://terminology.hl7.org/CodeSystem/match-grade` */
    public BundleJson matchEntry(String fullUrl, byte[] resource, double score, String grade) {
        startEntry(fullUrl).append(",\"resource\":");
        write(resource);
        open.append(",\"search\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/match-grade\",")
                .append("\"valueCode\":\"")
                .append(grade)
                .append("\"}],\"mode\":\"match\",\"score\":")
                .append(BigDecimal.valueOf(score).setScale(3, RoundingMode.HALF_UP))
                .append("}}");
        return this;
    }

    public BundleJson documentEntry(String fullUrl, byte[] resource) {
        startEntry(fullUrl).append(",\"resource\":");
        write(resource);
        open.append('}');
        return this;
    }

    /** An outcome entry has no address of its own. */
    public BundleJson outcome(byte[] operationOutcome) {
        nextEntry().append("{\"resource\":");
        write(operationOutcome);
        open.append(",\"search\":{\"mode\":\"outcome\"}}");
        return this;
    }

    /** A version that stood; see {@link #deletedEntry} for one that says the resource was deleted. */
    public BundleJson versionEntry(String fullUrl, byte[] resource, String reference, long version, Instant time) {
        startEntry(fullUrl).append(",\"resource\":");
        write(resource);
        return request("PUT", reference, version == 1 ? "201 Created" : "200 OK", version, time);
    }

    public BundleJson deletedEntry(String fullUrl, String reference, long version, Instant time) {
        startEntry(fullUrl);
        return request("DELETE", reference, "204 No Content", version, time);
    }

    /** The whole, in pieces. */
    public List<byte[]> pieces() {
        if (inLinks && !inEntries) {
            open.append(']');
        }
        open.append(inEntries ? "]}" : "}");
        flush();
        return List.copyOf(pieces);
    }

    private BundleJson request(String method, String reference, String status, long version, Instant time) {
        open.append(",\"request\":{\"method\":\"")
                .append(method)
                .append("\",\"url\":\"")
                .append(reference)
                .append("\"},\"response\":{\"status\":\"")
                .append(status)
                .append("\",\"etag\":\"W/\\\"")
                .append(version)
                .append("\\\"\",\"lastModified\":\"")
                .append(time)
                .append("\"}}");
        return this;
    }

    private StringBuilder startEntry(String fullUrl) {
        nextEntry().append("{\"fullUrl\":\"");
        return quoted(fullUrl).append('"');
    }

    private StringBuilder nextEntry() {
        if (!inEntries && inLinks) {
            open.append(']');
        }
        open.append(inEntries ? "," : ",\"entry\":[");
        inEntries = true;
        return open;
    }

    private StringBuilder quoted(String text) {
        JsonStringEncoder.getInstance().quoteAsString(text, open);
        return open;
    }

    private void write(byte[] resource) {
        flush();
        pieces.add(resource);
    }

    private void flush() {
        pieces.add(open.toString().getBytes(StandardCharsets.UTF_8));
        open.setLength(0);
    }
}
