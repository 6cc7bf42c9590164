package uk.gov.warwickshire.gateway.ops.alerts;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import uk.gov.warwickshire.gateway.settings.AlertSettings;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Reads the rules and sets up the channels; what is set by half stops the start. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AlertConfiguration.class);

    @Bean
    AlertRules alertRules(GatewaySettings settings) {
        return AlertRulesReader.read(settings.alerts().rules());
    }

    @Bean
    AlertChannels alertChannels(GatewaySettings settings, ObjectProvider<JavaMailSender> mail, Clock clock) {
        List<AlertChannel> channels = new ArrayList<>();
        NoticeText text =
                new NoticeText(settings.organisation().name(), settings.alerts().consoleUrl());
        AlertSettings.Email email = settings.alerts().email();
        if (!email.to().isEmpty()) {
            channels.add(new EmailChannel(
                    Optional.ofNullable(mail.getIfAvailable()).orElseThrow(() -> missing("spring.mail.host")),
                    email.from().orElseThrow(() -> missing("gateway.alerts.email.from")),
                    email.to(),
                    text));
        }
        AlertSettings.Webhook webhook = settings.alerts().webhook();
        webhook.url().ifPresent(url -> {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(webhook.timeout())
                    .build();
            String secret = webhook.secret()
                    .filter(value -> !value.isBlank())
                    .orElseThrow(() -> missing("gateway.alerts.webhook.secret"));
            channels.add(new WebhookChannel(client, url, secret, webhook.timeout(), text, clock));
        });
        if (channels.isEmpty()) {
            LOG.warn("Alerts reach nobody: neither gateway.alerts.email.to nor gateway.alerts.webhook.url is set");
        }
        return new AlertChannels(channels);
    }

    private static IllegalArgumentException missing(String setting) {
        return new IllegalArgumentException(setting + " is missing, and alerts are to be sent that need it");
    }
}
