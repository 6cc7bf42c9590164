package uk.gov.warwickshire.gateway.rights.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.gateway.rights.disposal.Disposals;
import uk.gov.warwickshire.gateway.rights.disposal.Preview;
import uk.gov.warwickshire.gateway.rights.hold.HoldExport;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope.Kind;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** What a hold covers, how it ends, what is exported under it, and a preview over as many children as a council has. */
class HoldsIT {

    @TempDir
    Path folder;

    private RightsRoom room;
    private LegalHolds holds;

    @BeforeEach
    void start() {
        room = new RightsRoom(folder);
        holds = room.bean(LegalHolds.class);
        room.dueChild("c1", "9990000018");
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD, c1, , , true",
        "CHILD, c2, , , false",
        "CHILD, 999 000 0018, , , true",
        "FAMILY, f-c1, , , true",
        "FAMILY, c1, , , true",
        "FAMILY, f-c2, , , false",
        "SERVICE, contact, , , true",
        "SERVICE, looked-after, , , false",
        "PLACE, cv34 4rl, , , true",
        "PLACE, CV344RL, , , true",
        "WORKER, w1, , , true",
        "WORKER, w2, , , false",
        "PERIOD, '', 2002-03-01, 2002-12-31, true",
        "PERIOD, '', 2003-01-01, 2003-12-31, false",
        "WORKER, w1, 2003-01-01, , false",
        "QUERY, Patient?gender=female, , , true",
        "QUERY, Patient?gender=male, , , false"
    })
    void each_kind_of_scope_covers_whom_it_says(
            Kind kind, String value, LocalDate from, LocalDate until, boolean covered) {
        save("One", new HoldScope(kind, value, Optional.ofNullable(from), Optional.ofNullable(until)));

        assertThat(holds.covers("c1")).isEqualTo(covered);
    }

    @Test
    void overlapping_holds_end_one_by_one_and_only_with_a_reason() {
        UUID first = save("First", HoldScope.of(Kind.CHILD, "c1"));
        UUID second = save("Second", HoldScope.of(Kind.WORKER, "w1"));

        assertThatThrownBy(() -> holds.release(first, " ", "x")).hasMessageContaining("without a reason");
        holds.release(first, "The inquiry has reported.", "x");
        assertThat(holds.namesOver("c1")).containsExactly("Second");
        holds.release(second, "Settled.", "x");
        assertThat(holds.covers("c1")).isFalse();
        assertThatThrownBy(() -> holds.release(second, "again", "x")).hasMessageContaining("not in force");
    }

    @Test
    void a_line_that_would_be_lost_is_refused() {
        HoldScope first = new HoldScope(Kind.WORKER, "w1", Optional.of(LocalDate.of(2001, 1, 1)), Optional.empty());
        HoldScope other = new HoldScope(Kind.WORKER, "w1", Optional.of(LocalDate.of(2010, 1, 1)), Optional.empty());

        assertThatThrownBy(() ->
                        holds.save(new NewHold("Twice", "Inquiries Act 2005", "Evidence", List.of(first, other)), "x"))
                .hasMessageContaining("twice with other days");
        assertThat(holds.all()).as("nothing is saved by half").isEmpty();
    }

    @Test
    void a_child_that_comes_later_is_covered_and_one_that_moved_on_stays_so() {
        save("Worker", HoldScope.of(Kind.WORKER, "w1"));
        room.dueChild("c9", "9990000026");
        holds.factsChanged(List.of("c9"));
        room.jdbc.update("update retention_child set workers = '{}' where child_id = 'c9'");

        assertThat(holds.covers("c9")).isTrue();
    }

    @Test
    void the_export_has_every_item_with_its_hash() throws Exception {
        UUID hold = save("Export", HoldScope.of(Kind.CHILD, "c1"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        room.bean(HoldExport.class).write(hold, "officer", out);
        Map<String, byte[]> entries = entries(out.toByteArray());

        String[] manifest = new String(entries.get("manifest.csv"), StandardCharsets.UTF_8).split("\n");
        assertThat(manifest).hasSizeGreaterThan(4);
        for (int i = 1; i < manifest.length; i++) {
            String[] line = manifest[i].split(",", 3);
            byte[] content = entries.get(line[2]);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .as(line[2])
                    .isEqualTo(line[0]);
        }
        assertThat(entries.keySet())
                .contains(
                        "child-1/store/resources/Patient/p-c1.1.json",
                        "child-1/disclosure/disclosure-ledger.ndjson",
                        "child-1/audit/audit.ndjson");
    }

    @Test
    void a_preview_over_a_hundred_thousand_children_takes_less_than_ten_seconds() {
        room.jdbc.update("""
                insert into retention_child
                       (child_id, services, opened, closed, rows_missing, families, workers, teams, places,
                        outcome, dispose_from, record_class, reasons, schedule, worked_out_at)
                select 'n' || n, '{CONTACT}', '{2002-02-02}', '{2002-03-04}', false, '{}', array['w' || n % 50], '{}', '{}',
                       'DATED', date '2003-01-01' + n % 3000, 'contact-no-further-action', '{}', 'x', now()
                  from generate_series(1, 100000) n
                """);
        save("Big", HoldScope.of(Kind.WORKER, "w7"));
        Instant begin = Instant.now();
        Preview preview = room.bean(Disposals.class).preview(50);
        Duration took = Duration.between(begin, Instant.now());

        System.out.println("disposal preview over 100,000 children: " + took.toMillis() + " ms");
        assertThat(preview.due()).isEqualTo(98_001);
        assertThat(preview.blocked()).singleElement().satisfies(one -> {
            assertThat(one.obstacle()).isEqualTo(Obstacle.LEGAL_HOLD);
            assertThat(one.children()).isEqualTo(2000);
        });
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    private UUID save(String name, HoldScope scope) {
        return holds.save(new NewHold(name, "Inquiries Act 2005", "Evidence", List.of(scope)), "x");
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
