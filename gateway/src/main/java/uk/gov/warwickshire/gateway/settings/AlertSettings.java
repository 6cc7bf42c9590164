package uk.gov.warwickshire.gateway.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Who is called when something is wrong. The mail server is that of `spring.mail`.
 *
 * @param rules the rules of the alerts, as a location, see [watching](watching.md); a mistake is refused at start with line
 * @param evaluate how often the rules are looked at
 * @param consoleUrl address of the console as people reach it, for links in messages, e.g. `https://gateway.example.gov.uk`
 */
public record AlertSettings(
        @DefaultValue("classpath:alert-rules.yaml") Resource rules,
        @DefaultValue("30s") Duration evaluate,
        Optional<URI> consoleUrl,
        @DefaultValue Email email,
        @DefaultValue Webhook webhook) {
    /**
     * @param from sender; the mail server is that of `spring.mail`
     * @param to without one, nothing is mailed
     */
    public record Email(Optional<String> from, @DefaultValue List<String> to) {}

    /**
     * @param url to which each message is posted; without one, nothing is
     * @param secret signs each of them; required with a url
     * @param timeout for one of them
     */
    public record Webhook(
            Optional<URI> url,
            Optional<String> secret,
            @DefaultValue("10s") Duration timeout) {
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
