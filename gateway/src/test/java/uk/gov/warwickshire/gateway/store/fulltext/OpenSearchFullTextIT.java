package uk.gov.warwickshire.gateway.store.fulltext;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** The same on an OpenSearch node inside this process. */
class OpenSearchFullTextIT extends FullTextContract {

    static {
        // The node asserts that it runs on the very patch of Lucene it was built with; ours is two patches on.
        OpenSearchFullTextIT.class.getClassLoader().setPackageAssertionStatus("org.opensearch", false);
    }

    @TempDir
    static Path folder;

    private final OpenSearchRunner node = new OpenSearchRunner();

    @Override
    FullTextIndex createIndex() throws Exception {
        int port = GatewayProcess.freePort();
        node.onBuild((number, settings) -> {
                    settings.put("http.port", String.valueOf(port));
                    settings.put("transport.port", "0");
                    settings.put("discovery.type", "single-node");
                })
                .build(OpenSearchRunner.newConfigs()
                        .numOfNode(1)
                        .basePath(folder.toString())
                        .disableESLogger());
        return new FullTextIndex(folder, backend(port));
    }

    private static Map<String, String> backend(int port) {
        return Map.of(
                "hibernate.search.backend.type",
                "elasticsearch",
                "hibernate.search.backend.hosts",
                "localhost:" + port);
    }

    @AfterAll
    void stop() throws Exception {
        node.close();
        node.clean();
    }

    @Test
    void says_so_when_no_server_answers() throws Exception {
        try (FullTextIndex nowhere = new FullTextIndex(folder, backend(GatewayProcess.freePort()))) {
            assertThatThrownBy(() -> nowhere.inSession(session -> session))
                    .isInstanceOf(FullTextIndex.UnavailableException.class);
        }
    }
}
