package uk.gov.warwickshire.gateway.mesh;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body into memory, and stops reading when it is larger than agreed. */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** The other side sent more than we take. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("answer too large");
        }
    }

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long limit;
    private long count;
    private boolean stopped;
    private Flow.@Nullable Subscription subscription;

    private LimitedBody(long limit) {
        this.limit = limit;
    }

    static BodyHandler<byte[]> ofAtMost(long limit) {
        return answer -> new LimitedBody(limit);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (stopped) {
            return;
        }
        count += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (count <= limit) {
            bytes.onNext(buffers);
            return;
        }
        stopped = true;
        if (subscription != null) {
            subscription.cancel();
        }
        bytes.onError(new TooLarge());
    }

    @Override
    public void onError(Throwable failure) {
        if (!stopped) {
            bytes.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!stopped) {
            bytes.onComplete();
        }
    }
}
