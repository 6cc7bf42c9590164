package uk.gov.warwickshire.gateway.store.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The index, opened when it is first needed and again when it could not be: what answers exactly from PostgreSQL, and
 * everything that carries children at risk, works without it.
 */
public final class FullTextIndex implements AutoCloseable {

    /** No backend answers at present; the caller says so and the next try may succeed. */
    public static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(Throwable cause) {
            super("the full-text index cannot be reached", cause);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FullTextIndex.class);
    private static final String PREFIX = "hibernate.search";
    private static final String BACKEND = PREFIX + ".backend.";

    /** Analyzer of words, without case and accents. */
    public static final String WORDS = Analysis.WORDS;

    private final Path directory;
    private final Map<String, String> settings;
    private final List<Class<?>> documents;
    private Optional<CloseableSearchMapping> mapping = Optional.empty();

    /**
     * @param directory of the embedded index; not used with another backend
     * @param settings of Hibernate Search, by full name; without `backend.type` it is Lucene
     */
    public FullTextIndex(Path directory, Map<String, String> settings) {
        this(directory, settings, ResourceDocument.class, PersonDocument.class);
    }

    /** An index of other documents, under the same settings and with the same analyzer. */
    public FullTextIndex(Path directory, Map<String, String> settings, Class<?>... documents) {
        this.directory = directory;
        this.settings = Map.copyOf(settings);
        this.documents = List.of(documents);
    }

    /** What is set under `spring.jpa.properties.hibernate.search`, by the names Hibernate Search has. */
    public static Map<String, String> settings(Environment environment) {
        Map<String, String> given = new HashMap<>();
        Binder.get(environment)
                .bind("spring.jpa.properties." + PREFIX, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> given.put(PREFIX + "." + name, value));
        return given;
    }

    /** Names this index in the database: an embedded one by a file beside it, which goes when it goes. */
    public String id() {
        if (!isEmbedded()) {
            return "shared";
        }
        Path file = directory.resolve("index-id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Files.writeString(file, "embedded-" + java.util.UUID.randomUUID());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this process has the index for itself. */
    public boolean isEmbedded() {
        return "lucene".equals(settings.getOrDefault(BACKEND + "type", "lucene"));
    }

    /** @throws UnavailableException if the backend does not answer */
    public <T> T inSession(java.util.function.Function<SearchSession, T> work) {
        SearchMapping open = open();
        try (SearchSession session = open.createSession()) {
            return work.apply(session);
        } catch (SearchException e) {
            throw new UnavailableException(e);
        }
    }

    private synchronized SearchMapping open() {
        return mapping.orElseGet(() -> {
            try {
                CloseableSearchMapping built = build();
                mapping = Optional.of(built);
                LOG.info("Full-text index open, {}", isEmbedded() ? "embedded" : "on a search server");
                return built;
            } catch (SearchException e) {
                throw new UnavailableException(e);
            }
        });
    }

    private CloseableSearchMapping build() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hibernate.search.indexing.plan.synchronization.strategy", "sync");
        properties.put("hibernate.search.mapping.configurer", configurer());
        properties.put(BACKEND + "type", isEmbedded() ? "lucene" : "elasticsearch");
        if (isEmbedded()) {
            properties.put(BACKEND + "directory.root", directory.toString());
            properties.put(BACKEND + "analysis.configurer", new Analysis.Lucene());
        } else {
            properties.put(BACKEND + "analysis.configurer", new Analysis.OpenSearch());
        }
        properties.putAll(settings);
        return SearchMapping.builder(AnnotatedTypeSource.empty(), MethodHandles.lookup())
                .properties(properties)
                .build();
    }

    /** The classes are named, not looked for: inside a packaged jar nothing can be scanned. */
    private StandalonePojoMappingConfigurer configurer() {
        return context -> {
            var mapped = context.annotationMapping().buildMissingDiscoveredJandexIndexes(false);
            documents.forEach(mapped::add);
        };
    }

    @Override
    public synchronized void close() {
        mapping.ifPresent(CloseableSearchMapping::close);
        mapping = Optional.empty();
    }
}
