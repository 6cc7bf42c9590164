package uk.gov.warwickshire.gateway.icr;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer, with one limit on the time of the whole and one on the size of the answer. */
final class HttpExchange {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    HttpExchange(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** @throws IOException for anything but an answer; its message is ours */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        // The client's own timeout ends with the headers; a body that never ends needs one as well.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, LimitedBody.atMost(LARGEST_ANSWER));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout, slow);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            String words =
                    TlsFailures.words(cause).orElseGet(() -> cause.getClass().getSimpleName());
            throw new IOException("no answer: " + words, cause);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopping);
        }
    }
}
