package uk.gov.warwickshire.gateway.store.fulltext;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The embedded index. */
class LuceneFullTextTest extends FullTextContract {

    @TempDir
    static Path folder;

    @Override
    FullTextIndex createIndex() {
        return new FullTextIndex(folder, Map.of());
    }
}
