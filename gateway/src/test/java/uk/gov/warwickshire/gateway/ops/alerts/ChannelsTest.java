package uk.gov.warwickshire.gateway.ops.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.ops.alerts.AlertChannel.NotDeliveredException;

/** What a receiver gets, by a real mail server and a real HTTP server. */
class ChannelsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final String SECRET = "shared with the receiver";
    private static final AlertNotice NOTICE = new AlertNotice(
            UUID.fromString("019a4e00-0000-7000-8000-000000000001"),
            AlertNotice.Kind.FIRING,
            new FiringAlert(
                    "region-down",
                    "icr.north",
                    AlertKind.REGION_DOWN,
                    AlertSeverity.CRITICAL,
                    "icr.north does not answer",
                    "Ring the service desk",
                    "/console/messages?state=RETRYING",
                    42,
                    NOW.minusSeconds(60)),
            NOW);

    private final NoticeText text =
            new NoticeText("Warwickshire County Council", Optional.of(URI.create("https://gateway.example/")));
    private final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final GreenMail post = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        receiver.start();
        post.start();
    }

    @AfterEach
    void stop() {
        receiver.stop();
        post.stop();
    }

    private WebhookChannel webhook(Duration timeout) {
        return new WebhookChannel(
                HttpClient.newHttpClient(),
                URI.create(receiver.baseUrl() + "/hook?key=hidden"),
                SECRET,
                timeout,
                text,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_webhook_is_signed_and_says_what_the_page_says() throws Exception {
        receiver.stubFor(post(urlEqualTo("/hook?key=hidden")).willReturn(ok()));

        webhook(PATIENT).send(NOTICE);

        LoggedRequest request = receiver.findAll(postRequestedFor(urlEqualTo("/hook?key=hidden")))
                .get(0);
        assertThat(request.getHeader("X-Gateway-Signature"))
                .isEqualTo(
                        "sha256=" + hmac(request.getHeader("X-Gateway-Timestamp") + "." + request.getBodyAsString()));
        assertThat(request.getHeader("X-Gateway-Timestamp")).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        JsonNode body = JsonMapper.builder().build().readTree(request.getBodyAsString());
        assertThat(body.path("id").asString()).isEqualTo(NOTICE.id().toString());
        assertThat(body.path("kind").asString()).isEqualTo("FIRING");
        assertThat(body.path("severity").asString()).isEqualTo("critical");
        assertThat(body.path("count").asInt()).isEqualTo(42);
        assertThat(body.path("page").asString()).isEqualTo("https://gateway.example/console/messages?state=RETRYING");
    }

    @Test
    void a_webhook_that_fails_is_told_from_one_that_takes_it_and_its_key_is_not_shown() {
        receiver.stubFor(post(urlEqualTo("/hook?key=hidden"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));
        assertThatThrownBy(() -> webhook(PATIENT).send(NOTICE)).hasMessage("the webhook answered 302");

        receiver.stubFor(
                post(urlEqualTo("/hook?key=hidden")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> webhook(PATIENT).send(NOTICE))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageStartingWith("the webhook did not answer");

        receiver.stubFor(
                post(urlEqualTo("/hook?key=hidden")).willReturn(aResponse().withFixedDelay(3000)));
        assertThatThrownBy(() -> webhook(Duration.ofMillis(300)).send(NOTICE))
                .hasMessageContaining("HttpTimeoutException");
        assertThat(webhook(PATIENT).target()).isEqualTo(receiver.baseUrl());
    }

    @Test
    void the_mail_says_severity_council_and_what_to_do() throws Exception {
        mail(post.getSmtp().getPort()).send(NOTICE);

        var message = post.getReceivedMessages()[0];
        assertThat(message.getSubject())
                .isEqualTo("[CRITICAL] Alert: icr.north does not answer (Warwickshire County Council)");
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.org", "b@example.org");
        assertThat(message.getContent().toString())
                .contains("Ring the service desk.", "https://gateway.example/console/messages?state=RETRYING");
    }

    @Test
    void a_mail_server_that_is_away_is_said_without_its_words() {
        int port = post.getSmtp().getPort();
        post.stop();

        assertThatThrownBy(() -> mail(port).send(NOTICE))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageStartingWith("the mail server did not take it");
    }

    private EmailChannel mail(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return new EmailChannel(sender, "gateway@example.org", List.of("a@example.org", "b@example.org"), text);
    }

    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
