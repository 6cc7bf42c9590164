package uk.gov.warwickshire.gateway.mesh;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Mesh;

/** The mailboxes named in the settings. */
@Configuration(proxyBeanMethods = false)
class MeshConfiguration {

    @Bean
    MeshMailboxes meshMailboxes(
            GatewaySettings settings,
            SslBundles bundles,
            MeshMessages messages,
            MeshMailboxStates states,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        Mesh mesh = settings.mesh();
        requireEncryption(mesh.url());
        HttpClient http = http(mesh, bundles);
        Map<String, MeshMailbox> mailboxes = new TreeMap<>();
        mesh.mailboxes().forEach((name, mailbox) -> {
            var credentials = new MeshCredentials(mailbox.id(), mailbox.password(), mesh.sharedKey());
            mailboxes.put(
                    name,
                    new MeshMailbox(
                            name,
                            client(http, mesh, credentials, clock),
                            messages,
                            states,
                            new TransactionTemplate(transactions),
                            new SingleRunner(dataSource),
                            clock));
        });
        return new MeshMailboxes(mailboxes);
    }

    private static MeshClient client(HttpClient http, Mesh mesh, MeshCredentials credentials, Clock clock) {
        MeshLimits limits = MeshLimits.STANDARD;
        MeshToken token = new MeshToken(credentials, clock);
        return new MeshClient(
                new MeshHttp(http, mesh.url(), token, RetryPolicy.STANDARD, mesh.timeout(), limits.maxMessageBytes()),
                credentials.mailbox(),
                limits);
    }

    private static HttpClient http(Mesh mesh, SslBundles bundles) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(mesh.timeout());
        mesh.sslBundle()
                .ifPresent(name -> builder.sslContext(bundles.getBundle(name).createSslContext()));
        return builder.build();
    }

    /** Plain HTTP is for a simulator on this machine only. */
    static void requireEncryption(URI url) {
        if (!"https".equals(url.getScheme()) && !isThisMachine(url)) {
            throw new IllegalStateException("gateway.mesh.url must begin with https://");
        }
    }

    private static boolean isThisMachine(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
