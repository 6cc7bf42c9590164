package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** Where a command finds the gateway's database. */
class OnlineSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void the_database_that_is_named() {
        try (TestDatabase database = new TestDatabase();
                OnlineSettings settings = OnlineSettings.connect(of(Map.of("spring.datasource.url", database.url())))) {
            assertThat(settings.jdbc().queryForObject("select count(*) from delivery", Integer.class))
                    .isZero();
        }
    }

    @Test
    void the_embedded_one_of_the_data_directory_while_it_runs() throws IOException {
        try (TestDatabase database = new TestDatabase()) {
            int port = URI.create(database.url().substring("jdbc:".length())).getPort();
            Path data = Files.createDirectories(folder.resolve("postgresql/data"));
            Files.writeString(data.resolve("postmaster.pid"), "1\n" + data + "\n1\n" + port + "\n");

            // The server's own database holds no gateway here, so that the words show it was found and asked.
            assertThatThrownBy(() -> OnlineSettings.connect(of(Map.of("gateway.data-dir", folder.toString()))))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("holds no gateway");
        }
    }

    @Test
    void none_is_said_in_words_that_help() {
        assertThatThrownBy(() -> OnlineSettings.connect(of(Map.of("gateway.data-dir", folder.toString()))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("no gateway runs on");
    }

    @Test
    void a_database_that_does_not_answer_gives_nothing_of_its_address_away() {
        assertThatThrownBy(() -> OnlineSettings.connect(
                        of(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/x?user=secret"))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageNotContaining("secret")
                .hasMessageContaining("spring.datasource.url");
    }

    private static Binder of(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings));
    }
}
