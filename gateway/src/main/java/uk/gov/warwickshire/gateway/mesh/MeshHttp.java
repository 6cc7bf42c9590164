package uk.gov.warwickshire.gateway.mesh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Calls over HTTP: a new token for every attempt, repeats where they do no harm, no more bytes than agreed. */
final class MeshHttp {

    private static final String ACCEPT = "application/vnd.mesh.v2+json";
    /** The time limit of a request ends with its headers; a body may take this many times longer. */
    private static final int BODY_TIME = 4;

    static {
        // The JDK itself repeats a GET when a connection breaks, with the same headers: the token would be used twice.
        String attempts = "jdk.httpclient.redirects.retrylimit";
        if (System.getProperty(attempts) == null) {
            System.setProperty(attempts, "1");
        }
    }

    private final HttpClient http;
    private final URI base;
    private final MeshToken token;
    private final RetryPolicy retry;
    private final Duration timeout;
    private final long maxBytes;

    MeshHttp(HttpClient http, URI base, MeshToken token, RetryPolicy retry, Duration timeout, long maxBytes) {
        this.http = http;
        this.base = base.resolve("/messageexchange/");
        this.token = token;
        this.retry = retry;
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    /**
     * Any answer with a status below 300.
     *
     * @throws MeshException for every other end
     */
    HttpResponse<byte[]> call(MeshRequest request) {
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> askedFor = Optional.empty();
            try {
                HttpResponse<byte[]> answer = attempt(request);
                if (answer.statusCode() < 300) {
                    return answer;
                }
                if (!request.repeatable() || !retry.repeatsAfter(answer.statusCode(), attempt)) {
                    throw MeshException.answered(request.name(), MeshProblem.of(answer.statusCode(), answer.body()));
                }
                askedFor = retryAfter(answer);
            } catch (IOException e) {
                if (e instanceof LimitedBody.TooLarge || !request.repeatable() || !retry.repeatsAfterFault(attempt)) {
                    throw failure(request, e);
                }
            }
            pause(request, attempt, askedFor);
        }
    }

    private HttpResponse<byte[]> attempt(MeshRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.path()))
                .timeout(timeout)
                .header("Authorization", token.next())
                .header("Accept", ACCEPT)
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(builder.build(), LimitedBody.ofAtMost(maxBytes));
        try {
            return answer.get(timeout.toMillis() * BODY_TIME, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("body timed out", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted(request);
        }
    }

    private static MeshException failure(MeshRequest request, IOException fault) {
        if (fault instanceof LimitedBody.TooLarge) {
            return MeshException.unusable(request.name(), "answer too large");
        }
        boolean neverConnected =
                isConnecting(fault) || (fault.getCause() instanceof IOException cause && isConnecting(cause));
        return neverConnected
                ? MeshException.notReached(request.name(), fault)
                : MeshException.noAnswer(
                        request.name(), "no answer, " + fault.getClass().getSimpleName());
    }

    private static boolean isConnecting(IOException fault) {
        return fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || fault instanceof SSLHandshakeException;
    }

    private void pause(MeshRequest request, int attempt, Optional<Duration> askedFor) {
        try {
            retry.await(attempt, askedFor);
        } catch (InterruptedException e) {
            throw interrupted(request);
        }
    }

    private static MeshException interrupted(MeshRequest request) {
        Thread.currentThread().interrupt();
        return MeshException.noAnswer(request.name(), "interrupted");
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
