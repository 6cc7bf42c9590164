package uk.gov.warwickshire.gateway.api.page;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Keeps in the database where callers stand, so that any replica can go on. The id in a link is 128 random bits and opens
 * the page to its own caller alone, until it expires.
 */
@Component
public class Pages {

    private static final int BYTES = 16;
    private static final int ID_LENGTH = 22;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final GatewaySettings.Api settings;
    private final SecureRandom random = new SecureRandom();

    public Pages(JdbcTemplate jdbc, JsonMapper json, Clock clock, GatewaySettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.settings = settings.api();
    }

    /** Returns the id for a link. */
    public String open(Caller caller, Page page) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.update(
                """
                insert into search_page (id, owner, address, content, expires_at)
                values (?, ?, ?, ?, ?)
                """,
                id,
                owner(caller),
                page.address(),
                json.writeValueAsString(page),
                Timestamp.from(clock.instant().plus(settings.pageLife())));
        return id;
    }

    /** Empty for one that is unknown, another caller's, of another address, or expired: nobody learns which. */
    public Optional<Page> find(Caller caller, String address, String id) {
        if (id.length() != ID_LENGTH || id.getBytes(StandardCharsets.UTF_8).length != ID_LENGTH) {
            return Optional.empty();
        }
        return jdbc
                .queryForList("""
                        select content from search_page
                         where id = ? and owner = ? and address = ? and expires_at > ?
                        """, String.class, id, owner(caller), address, Timestamp.from(clock.instant()))
                .stream()
                .map(text -> json.readValue(text, Page.class))
                .findFirst();
    }

    /** Removes those that nobody can follow any more. */
    void removeExpired() {
        jdbc.update("delete from search_page where expires_at <= ?", Timestamp.from(clock.instant()));
    }

    private static String owner(Caller caller) {
        return caller.odsCode() + " " + caller.clientId();
    }
}
