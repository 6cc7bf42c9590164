package uk.gov.warwickshire.mappings.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Resource;

/** Encodes each resource once, when it is mapped; store, delivery and API pass the bytes on. Safe for many threads. */
public final class FhirEncoder {

    private static final int REMEMBERED = 10_000;

    /** A directory resource and what it became; both are not changed afterwards. */
    private record Remembered(Resource resource, EncodedResource encoded) {}

    private final SearchIndexer indexer;
    private final ThreadLocal<IParser> parsers;
    private final Map<String, Remembered> directory = new ConcurrentHashMap<>();

    /** Of resources that nobody will search for: without search values. */
    public FhirEncoder(FhirContext context) {
        this(context, resource -> SearchValues.NONE);
    }

    /** @param context for R4; costly to make, so one for the whole application */
    public FhirEncoder(FhirContext context, SearchIndexer indexer) {
        Objects.requireNonNull(context, "context");
        this.indexer = indexer;
        this.parsers = ThreadLocal.withInitial(() -> parser(context));
    }

    public EncodedRecord encode(FhirRecord fhirRecord) {
        List<EncodedResource> resources =
                fhirRecord.resources().stream().map(this::encode).toList();
        return new EncodedRecord(fhirRecord.childId(), resources);
    }

    /** A team or worker comes with every child that knows it: comparing costs a fraction of encoding. */
    public EncodedResource encode(MappedResource mapped) {
        if (!mapped.isDirectory()) {
            return encodeNow(mapped);
        }
        String reference = mapped.type() + "/" + mapped.id();
        Remembered before = directory.get(reference);
        if (before != null
                && before.encoded().category() == mapped.category()
                && before.resource().equalsDeep(mapped.resource())) {
            return before.encoded();
        }
        if (directory.size() >= REMEMBERED) {
            directory.clear();
        }
        EncodedResource encoded = encodeNow(mapped);
        directory.put(reference, new Remembered(mapped.resource(), encoded));
        return encoded;
    }

    private EncodedResource encodeNow(MappedResource mapped) {
        Resource resource = mapped.resource();
        byte[] json = parsers.get().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        return new EncodedResource(
                mapped.type(),
                mapped.id(),
                mapped.category(),
                mapped.aboutPerson(),
                mapped.isDirectory(),
                json,
                sha256(json),
                indexer.index(resource),
                References.literal(resource));
    }

    private static IParser parser(FhirContext context) {
        IParser parser = context.newJsonParser();
        parser.setPrettyPrint(false);
        // Nothing may be suppressed: the parser would mark every resource as SUBSETTED.
        return parser;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
