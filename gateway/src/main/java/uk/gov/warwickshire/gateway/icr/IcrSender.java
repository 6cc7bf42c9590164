package uk.gov.warwickshire.gateway.icr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.delivery.SendResult;
import uk.gov.warwickshire.gateway.delivery.Sender;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.settings.IcrSettings.Region;

/** Brings records to the regions of the Integrated Care Record, one client for each. */
@Component
class IcrSender implements Sender {

    private final Map<Destination, RegionClient> clients;

    IcrSender(GatewaySettings settings, SslBundles sslBundles, Clock clock) {
        this.clients = settings.icr().regions().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        region -> Destination.icr(region.getKey()),
                        region -> client(region.getKey(), region.getValue(), sslBundles, clock)));
    }

    @Override
    public Set<Destination> destinations() {
        return clients.keySet();
    }

    @Override
    public int connections(Destination destination) {
        return client(destination).connections();
    }

    @Override
    public SendResult send(OutboundMessage message) {
        return client(message.destination()).send(message);
    }

    private RegionClient client(Destination destination) {
        return Optional.ofNullable(clients.get(destination))
                .orElseThrow(() -> new IllegalArgumentException("no region is configured for " + destination));
    }

    private static RegionClient client(String name, Region region, SslBundles sslBundles, Clock clock) {
        // One connection to a message at a time: order within a child is ours, not the protocol's.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(region.timeout());
        region.sslBundle()
                .ifPresent(bundle ->
                        builder.sslContext(sslBundles.getBundle(bundle).createSslContext()));
        HttpExchange http = new HttpExchange(builder.build(), region.timeout());
        AccessTokens tokens = tokens(name, region, http, clock);
        return new RegionClient(region.url(), region.timeout(), region.connections(), http, tokens, clock);
    }

    private static AccessTokens tokens(String name, Region region, HttpExchange http, Clock clock) {
        if (region.tokenUrl().isEmpty()) {
            return AccessTokens.NONE;
        }
        String id = region.clientId()
                .orElseThrow(
                        () -> new IllegalArgumentException("gateway.icr.regions." + name + ".client-id is missing"));
        String key = region.privateKey()
                .orElseThrow(
                        () -> new IllegalArgumentException("gateway.icr.regions." + name + ".private-key is missing"));
        var client = new SignedJwtTokens.Client(region.tokenUrl().get(), id, read(name, key), region.keyId());
        return new SignedJwtTokens(client, http, region.timeout(), clock);
    }

    private static RSAPrivateKey read(String name, String location) {
        try (InputStream pem = new DefaultResourceLoader().getResource(location).getInputStream()) {
            return Optional.ofNullable(RsaKeyConverters.pkcs8().convert(pem))
                    .orElseThrow(() -> new IOException("no key"));
        } catch (IOException | RuntimeException unreadable) {
            // Without the cause: it could quote the key.
            throw new UncheckedIOException(
                    new IOException("gateway.icr.regions." + name + ".private-key is no readable PKCS#8 RSA key"));
        }
    }
}
