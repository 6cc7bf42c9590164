package uk.gov.warwickshire.gateway.ops.console.messages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;

/** Asks for pages of the console without a browser, and says how long each took. */
final class ConsoleVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** @param millis until the last byte was there */
    record Answer(int status, String body, long millis) {}

    private final GatewayProcess gateway;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    ConsoleVisitor(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/console/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no form to sign in");
        }
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.uri("/console/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + encoded(name) + "&password=" + encoded(password)
                                + "&_csrf=" + encoded(token.group(1))))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("refused")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        long started = System.nanoTime();
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(gateway.uri(path)).build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), (System.nanoTime() - started) / 1_000_000);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
