package uk.gov.warwickshire.gateway.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final int BAD = -1;

    private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private Gathering<Integer, String> gathering = gathering(100, Duration.ofSeconds(10));

    private Gathering<Integer, String> gathering(int waiting, Duration patience) {
        return new Gathering<>(
                "desk",
                new Gathering.Limits(1, 8, waiting, patience),
                this::work,
                fault -> fault instanceof UnsupportedOperationException);
    }

    @AfterEach
    void stop() {
        firstMayEnd.countDown();
        gathering.stop();
    }

    /** The first group takes until the test lets it go. */
    private List<String> work(List<Integer> group) {
        groups.add(group);
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (group.contains(BAD)) {
            throw new IllegalArgumentException("bad");
        }
        if (group.contains(0)) {
            throw new UnsupportedOperationException("away");
        }
        return group.stream().map(String::valueOf).toList();
    }

    private List<CompletableFuture<String>> behindAFirst(Integer... questions) {
        gathering.start();
        CompletableFuture<String> first = ask(1);
        await().until(() -> groups.size() == 1);
        List<CompletableFuture<String>> asked =
                List.of(questions).stream().map(this::ask).toList();
        await().until(() -> gathering.waiting() == questions.length);
        firstMayEnd.countDown();
        assertThat(first.join()).isEqualTo("1");
        return asked;
    }

    private CompletableFuture<String> ask(int question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(gathering.ask(question));
                    } catch (ExecutionException e) {
                        answer.completeExceptionally(e.getCause());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }

    @Test
    void a_lone_question_is_answered_by_itself() throws Exception {
        firstMayEnd.countDown();
        gathering.start();

        assertThat(gathering.ask(7)).isEqualTo("7");
        assertThat(groups).containsExactly(List.of(7));
    }

    @Test
    void what_arrives_meanwhile_is_answered_together_and_each_gets_its_own() {
        List<CompletableFuture<String>> asked = behindAFirst(2, 3, 4, 5);

        assertThat(asked.stream().map(CompletableFuture::join)).containsExactly("2", "3", "4", "5");
        assertThat(groups).hasSize(2);
    }

    @Test
    void no_group_is_larger_than_agreed() {
        List<CompletableFuture<String>> asked =
                behindAFirst(IntStream.rangeClosed(2, 21).boxed().toArray(Integer[]::new));

        asked.forEach(CompletableFuture::join);
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void a_question_that_breaks_its_group_hides_no_other() {
        List<CompletableFuture<String>> asked = behindAFirst(2, BAD, 4);

        assertThat(asked.get(0).join()).isEqualTo("2");
        assertThat(asked.get(2).join()).isEqualTo("4");
        assertThatThrownBy(() -> asked.get(1).get()).hasRootCauseMessage("bad");
    }

    @Test
    void where_nothing_can_be_reached_nobody_is_asked_for_one_by_one() {
        List<CompletableFuture<String>> asked = behindAFirst(2, 0, 4);

        assertThat(asked).allSatisfy(one -> assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS))
                .hasRootCauseMessage("away"));
        assertThat(groups).hasSize(2);
    }

    @Test
    void too_many_are_turned_away_and_who_waits_too_long_is_told() {
        gathering = gathering(1, Duration.ofMillis(100));
        ask(2);
        await().until(() -> gathering.waiting() == 1);

        assertThatThrownBy(() -> gathering.ask(3)).isInstanceOf(RejectedExecutionException.class);
        gathering = gathering(1, Duration.ofMillis(100));
        assertThatThrownBy(() -> gathering.ask(3)).isInstanceOf(TimeoutException.class);
    }
}
