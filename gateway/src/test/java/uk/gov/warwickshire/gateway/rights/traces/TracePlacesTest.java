package uk.gov.warwickshire.gateway.rights.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.rights.erasure.RightsRoom;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** Every place but the ledger: what goes of it, and what stays. */
class TracePlacesTest {

    private static final String LONG_AGO = "1999-05-05";

    @TempDir
    static Path folder;

    private static RightsRoom room;

    @BeforeAll
    static void rowsOfLongAgoAndOneRun() throws IOException {
        room = new RightsRoom(folder);
        room.dueChild("held", "9990000018");
        room.bean(LegalHolds.class)
                .save(
                        new NewHold(
                                "Inquiry",
                                "Inquiries Act 2005",
                                "Evidence",
                                List.of(HoldScope.of(HoldScope.Kind.CHILD, "held"))),
                        "x");
        room.jdbc.query("select create_audit_event_partitions(date '2000-01-01', 2)", row -> {});
        room.jdbc.update(
                "create table delivery_attempt_2000_01 partition of delivery_attempt for values from ('2000-01-01Z') to ('2000-02-01Z')");
        OldRows old = new OldRows(room.jdbc);
        old.look("a", "_id=7", "2000-01-05");
        old.look("", "identifier=https://fhir.nhs.uk/Id/nhs-number|9990000018&_count=5", "2000-02-05");
        old.look("held", "", "2000-03-05");
        old.look("a", "", LONG_AGO);
        old.look("", "9990000018", LONG_AGO);
        old.override("a", LONG_AGO);
        old.override("held", LONG_AGO);
        old.delivery("a", "one", "ACKNOWLEDGED", "2000-01-10");
        old.delivery("b", "one", "WITHHELD", "2000-01-10");
        old.delivery("a", "two", "ACKNOWLEDGED", "2000-01-10");
        old.delivery("b", "two", "DEAD", "2000-01-10");
        old.delivery("a", "one", "ACKNOWLEDGED", LONG_AGO);
        old.delivery("held", "one", "ACKNOWLEDGED", LONG_AGO);
        old.delivery("a", "two", "ACKNOWLEDGED", LONG_AGO);
        old.upload("a", "ACKNOWLEDGED", "1999-05-05");
        old.upload("a", "ACKNOWLEDGED", "1999-05-06");
        old.upload("held", "ACKNOWLEDGED", "1999-05-07");
        old.upload("held", "ACKNOWLEDGED", "1999-05-08");
        old.upload("a", "WITHHELD", "2026-11-01");
        old.file(1, "a", "ACKNOWLEDGED", LONG_AGO);
        old.file(2, "a", "PARTLY_ACKNOWLEDGED", LONG_AGO);
        old.file(3, "held", "ACKNOWLEDGED", LONG_AGO);
        old.file(4, "a", "REFUSED", LONG_AGO);
        old.message("told", "HANDLED", "9990000026", "2026-10-01");
        old.message("kept", "HANDLED", "9990000018,OK", "2026-10-01");
        room.jdbc.update("""
                insert into resource_history (child_id, type, id, version, last_updated, category, content, superseded_at)
                values ('held', 'Patient', 'p-held', 0, now(), 'demographics', convert_to(
                    '{"identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000034"}]}', 'UTF8'), now())
                """);
        old.message("former", "HANDLED", "<id>9990000034</id>", "2026-10-01");
        old.message("waits", "UNKNOWN_CONTENT", "?", "2020-01-01");
        old.message("new", "HANDLED", "x", "2026-11-20");
        old.finding("a", "2024-11-01");
        old.finding("held", "2024-11-01");
        old.finding("a", "2025-11-01");
        old.pack("a", "2025-11-01");
        old.pack("a", "2026-11-01");
        old.pack("held", "2025-11-01");
        files();

        room.bean(TraceDisposals.class).runIfDue();
    }

    private static void files() throws IOException {
        Path done = Files.createDirectories(folder.resolve("inbox/ssd/done"));
        zip(done.resolve("theirs.zip"), "id\nheld\n");
        zip(done.resolve("others.zip"), "id\nheld-2\nanother\n");
        Path failed = Files.createDirectories(folder.resolve("inbox/choices/failed"));
        Files.writeString(failed.resolve("theirs.csv"), "nhs_number,choice\n9990000018,object-icr\n");
        Path reports = Files.createDirectories(folder.resolve("inbox/identity/reports"));
        Files.writeString(reports.resolve("others.report.csv"), "file,table\n");
        Files.setLastModifiedTime(done.resolve("others.zip"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    }

    private static void zip(Path file, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("ssd_person.csv"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void the_run_had_no_problem_and_leaves_what_the_outlook_says() {
        TraceReport report = room.bean(TraceDisposals.class).latest(1).get(0);
        assertThat(report.lines())
                .filteredOn(line -> line.problem().isPresent())
                .isEmpty();
        assertThat(room.bean(TraceDisposals.class).outlook()).allSatisfy(one -> {
            assertThat(one.due()).as(one.place()).isZero();
            assertThat(one.keptBack())
                    .as(one.place())
                    .isEqualTo(report.lines().stream()
                            .filter(line -> line.place().equals(one.place()))
                            .findFirst()
                            .orElseThrow()
                            .keptBack());
        });
    }

    @Test
    void audit_keeps_months_that_show_or_name_a_child_under_hold() {
        assertThat(
                        rows(
                                "select to_char(recorded_at, 'YYYY-MM') from audit_event where recorded_at < '2001-01-01' order by 1"))
                .containsExactly("1999-05", "2000-02", "2000-03");
        assertThat(rows("select child_id from break_glass_grant")).containsExactly("held");
        assertThat(rows("select g.child_id from break_glass_review r join break_glass_grant g on g.id = r.grant_id"))
                .containsExactly("held");
        assertThat(rows("select grant_id::text from break_glass_review")).hasSize(1);
    }

    @Test
    void the_books_of_a_day_go_whole_or_stay_whole() {
        assertThat(rows("select destination || ' ' || due_on || ' ' || child_id from delivery order by 1"))
                .containsExactly("one 1999-05-05 a", "one 1999-05-05 held", "two 2000-01-10 a", "two 2000-01-10 b");
        assertThat(rows("""
                select distinct destination || ' ' || due_on from delivery_due order by 1
                """)).containsExactly("one 1999-05-05", "two 2000-01-10");
        assertThat(room.count("select sum(counted) from delivery_due"))
                .isEqualTo(room.count("select count(*) from delivery"));
        assertThat(room.count("select count(*) from delivery_attempt where started_at >= '2000-01-01'"))
                .as("a month of attempts stays whole for the one that is dead")
                .isEqualTo(4);
        assertThat(room.count("select count(*) from delivery_attempt where started_at < '2000-01-01'"))
                .isOne();
        assertThat(rows("select d.child_id from message_act m join delivery d on d.id = m.delivery_id"))
                .containsExactly("held");
    }

    @Test
    void of_cp_is_stays_what_tells_how_a_person_stands_there() {
        assertThat(rows("select due_on || ' ' || person_id from cpis_upload order by 1"))
                .containsExactly("1999-05-07 held", "1999-05-08 held", "2026-11-01 a");
        assertThat(room.count("select sum(counted) from cpis_due"))
                .isEqualTo(room.count("select count(*) from cpis_upload"));
        assertThat(rows("select sequence || ' ' || encode(content, 'escape') from cpis_file order by 1"))
                .containsExactly("1 ", "2 ", "3 words", "4 words");
        assertThat(rows("select file || ' ' || person_id from cpis_file_record order by 1"))
                .as("the latest of each person, and of an open file")
                .containsExactly("3 held", "4 a");
        assertThat(rows("select message_id from cpis_inbound")).containsExactly("m3");
    }

    @Test
    void messages_findings_and_packs() {
        assertThat(rows("select message_id from mesh_message order by 1"))
                .containsExactly("former", "kept", "new", "waits");
        assertThat(rows("""
                select f.child_id || ' ' || b.received_at::date from intake_finding f join intake_batch b on b.id = f.batch_id
                 order by 1
                """)).containsExactly("a 2025-11-01", "held 2024-11-01");
        assertThat(room.count("select count(*) from intake_batch"))
                .as("that there was a batch stays, so that its content is recognised")
                .isEqualTo(3);
        assertThat(
                        rows(
                                "select child_id || ' ' || released_at::date from rights_pack where archive is not null order by 1"))
                .containsExactly("a 2026-11-01", "held 2025-11-01");
        assertThat(room.count("select count(*) from rights_pack where sha256 = 'sum'"))
                .isEqualTo(3);
    }

    @Test
    void a_file_goes_when_it_has_lain_there_long_enough_unless_it_names_a_child_under_hold() throws IOException {
        assertThat(left())
                .as("written long ago or not, none lies there for a year")
                .hasSize(4);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        TreeMap<String, String> found = new TreeMap<>();
        for (ExpiringTraces place : room.beans(ExpiringTraces.class)) {
            if (place.unit().equals("files")) {
                ExpiringTraces.Expired count = place.count(tomorrow);
                found.put(place.place(), count.due() + "/" + count.keptBack());
                while (place.dispose(tomorrow).isPresent()) {
                    // The next.
                }
            }
        }

        assertThat(found.toString()).isEqualTo("{done/=1/1, failed/=0/1, reports/=1/0}");
        assertThat(left()).containsExactly("choices/failed/theirs.csv", "ssd/done/theirs.zip");
    }

    private static List<String> left() throws IOException {
        Path inbox = folder.resolve("inbox");
        try (Stream<Path> found = Files.walk(inbox)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> inbox.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> rows(String sql) {
        return room.jdbc.queryForList(sql, String.class);
    }
}
