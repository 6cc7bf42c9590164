package uk.gov.warwickshire.gateway.rights.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.rights.RightsTestBed;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;

/** Two people at one pack: what was decided is what is in the archive, and the password opens it. */
class PackReleaseTest {

    private static RightsTestBed bed;
    private static SubjectAccessPacks packs;
    private static ExecutorService second;

    @BeforeAll
    static void start() {
        bed = new RightsTestBed();
        bed.extract("Ada");
        bed.identity(RightsTestBed.NUMBER);
        packs = bed.bean(SubjectAccessPacks.class);
        second = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void stop() {
        second.shutdownNow();
        bed.close();
    }

    @Test
    void a_change_of_mind_while_it_is_released_is_refused_and_not_recorded() throws Exception {
        UUID id = reviewed();
        int number = packs.find(id).orElseThrow().items().get(0).number();
        Future<?>[] redacting = new Future<?>[1];
        String[] password = new String[1];

        bed.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            password[0] = packs.release(id, "officer");
            redacting[0] = second.submit(() -> packs.decide(id, number, false, "changed my mind", "another"));
            waits(redacting[0]);
        });

        assertThatThrownBy(() -> redacting[0].get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("released already");
        assertThat(packs.find(id).orElseThrow().redacted()).isEmpty();
        assertThat(record(id, password[0])).contains("Marrow");
    }

    @Test
    void a_redaction_that_came_first_is_in_the_archive() throws Exception {
        UUID id = reviewed();
        Future<?>[] releasing = new Future<?>[1];

        bed.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            packs.find(id)
                    .orElseThrow()
                    .items()
                    .forEach(item -> packs.decide(id, item.number(), false, "no consent of hers", "another"));
            releasing[0] = second.submit((Callable<String>) () -> packs.release(id, "officer"));
            waits(releasing[0]);
        });

        assertThat(record(id, (String) releasing[0].get(60, TimeUnit.SECONDS))).doesNotContain("Marrow");
        assertThat(packs.find(id).orElseThrow().redacted())
                .hasSameSizeAs(packs.find(id).orElseThrow().items());
    }

    @Test
    void of_two_releases_at_once_one_is_made_and_its_password_opens_it() throws Exception {
        UUID id = reviewed();
        Future<?>[] other = new Future<?>[1];
        String[] password = new String[1];

        bed.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            password[0] = packs.release(id, "officer");
            other[0] = second.submit((Callable<String>) () -> packs.release(id, "another"));
            waits(other[0]);
        });

        assertThatThrownBy(() -> other[0].get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(record(id, password[0])).contains("Quill");
        assertThat(packs.find(id).orElseThrow().release().orElseThrow().by()).isEqualTo("officer");
        assertThat(bed.jdbc()
                        .queryForObject(
                                "select count(*) from audit_event where request_id = ? and kind = 'DISCLOSURE'",
                                Long.class,
                                id.toString()))
                .isOne();
    }

    @Test
    void a_request_that_is_taken_back_while_its_pack_is_released_was_answered() throws Exception {
        UUID id = reviewed();
        Future<?>[] withdrawing = new Future<?>[1];
        String[] password = new String[1];

        bed.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            password[0] = packs.release(id, "officer");
            withdrawing[0] = second.submit(() -> bed.requests().withdraw(id, "by telephone", "another"));
            waits(withdrawing[0]);
        });

        assertThatThrownBy(() -> withdrawing[0].get(20, TimeUnit.SECONDS))
                .hasMessageContaining("cannot become WITHDRAWN");
        assertThat(record(id, password[0])).contains("Quill");
    }

    @Test
    void no_pack_is_released_of_a_request_that_was_taken_back_first() {
        UUID id = reviewed();
        Future<?>[] releasing = new Future<?>[1];

        bed.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            bed.requests().withdraw(id, "by telephone", "another");
            releasing[0] = second.submit((Callable<String>) () -> packs.release(id, "officer"));
            waits(releasing[0]);
        });

        assertThatThrownBy(() -> releasing[0].get(60, TimeUnit.SECONDS))
                .hasMessageContaining("once the request is granted");
        assertThat(packs.find(id)).as("nothing of it is kept").isEmpty();
        assertThat(bed.jdbc()
                        .queryForObject(
                                "select count(*) from audit_event where request_id = ? and kind = 'DISCLOSURE'",
                                Long.class,
                                id.toString()))
                .isZero();
    }

    @Test
    void it_says_how_long_this_record_is_kept_and_tells_of_a_hold_without_its_name() {
        UUID id = bed.granted(RequestKind.SUBJECT_ACCESS, Optional.empty());
        UUID hold = bed.bean(LegalHolds.class)
                .save(
                        new NewHold(
                                "Secret inquiry",
                                "Inquiries Act 2005",
                                "Evidence",
                                List.of(HoldScope.of(HoldScope.Kind.CHILD, RightsTestBed.CHILD))),
                        "officer");
        packs.prepare(id, "officer");
        bed.bean(LegalHolds.class).release(hold, "It has reported.", "officer");

        PackSection kept = packs.find(id).orElseThrow().sections().stream()
                .filter(section -> section.title().equals("How long it is kept"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.entries())
                .extracting(PackEntry::heading)
                .containsExactly(
                        "A legal hold",
                        "Child in need",
                        "The whole record",
                        "What was disclosed, and why",
                        "Who looked at the record");
        assertThat(kept.toString())
                .contains("25 years from the date of birth", "the council still works with the child")
                .contains("25 years from the day it happened")
                .doesNotContain("Secret");
    }

    private static UUID reviewed() {
        UUID id = bed.granted(RequestKind.SUBJECT_ACCESS, Optional.empty());
        packs.prepare(id, "officer");
        List<ReviewItem> items = packs.find(id).orElseThrow().items();
        assertThat(items).isNotEmpty();
        items.forEach(item -> packs.decide(id, item.number(), true, "she agrees", "officer"));
        return id;
    }

    private static void waits(Future<?> work) {
        assertThatThrownBy(() -> work.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static String record(UUID id, String password) throws IOException {
        byte[] archive = packs.archive(id).orElseThrow();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), password.toCharArray())) {
            while (!zip.getNextEntry().getFileName().equals("record.json")) {
                zip.readAllBytes();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
