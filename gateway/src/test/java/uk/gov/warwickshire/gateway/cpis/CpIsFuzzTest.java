package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/**
 * Broken acknowledgements and notifications through the real handler and database: none throws, each leaves a report that
 * says what became of it, what is not taken in changes nothing and waits for a person, and what is taken in does no more
 * than the document it was made of. Their number is set with {@code -Dcpis.fuzz}. More, against the reader alone, in the
 * mapping library.
 */
class CpIsFuzzTest {

    private static final int TRIES = Integer.getInteger("cpis.fuzz", 10_000);
    private static final int CHILDREN = 4;

    /** All that a message could change, as text. */
    private static final String STATE = """
            select concat_ws(' | ',
                (select string_agg(sequence || ' ' || state, ',' order by sequence) from cpis_file),
                (select string_agg(position || ' ' || outcome || ' ' || coalesce(code, '-'), ',' order by file, position)
                   from cpis_file_record),
                (select string_agg(person_id || ' ' || state, ',' order by seq) from cpis_upload),
                'held ' || (select coalesce(string_agg(person_id, ',' order by person_id), '') from cpis_held),
                'inactive ' || (select coalesce(string_agg(nhs_number || '>' || coalesce(replacement, ''), ','), '')
                                  from cpis_inactive_number),
                'seen ' || (select coalesce(string_agg(coalesce(person_id, '-'), ',' order by ordinal), '') from cpis_access))
            """;

    private static TestDatabase database;
    private static CpIsRoom room;

    /**
     * A document, and what the broken ones of it may do at most.
     *
     * @param held who may be held then
     * @param files states that the file may take
     */
    private record Original(String text, Set<String> held, Set<CpIsFileState> files) {}

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        room = new CpIsRoom(database);
        room.script.firstAnswers.put(1L, CpIsBehaviour.LOST);
        for (int n = 1; n <= CHILDREN; n++) {
            room.arrive(TestChildren.child(n).plan("p" + n, "2026-10-01", "").record());
        }
        room.turn();
    }

    @AfterEach
    void theFileIsAsItWasSent() {
        ((Logger) LoggerFactory.getLogger(CpIsMailbox.class)).setLevel(null);
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
    }

    @AfterAll
    static void stop() {
        room.close();
        database.close();
    }

    @Test
    void everyOriginalIsTakenIn() {
        for (Original original : originals()) {
            database.transactions().executeWithoutResult(status -> {
                handle("original", original.text());
                assertThat(report("original")).isEqualTo(Outcome.APPLIED);
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void whateverIsBrokenChangesNothingWronglyAndIsSeen() {
        long seed = Long.getLong("cpis.fuzz.seed", 937L);
        Random random = new Random(seed);
        List<Original> originals = originals();
        String before = state();
        // Each is reported in the log as an error, as it should be; ten thousand times is no use to anyone.
        ((Logger) LoggerFactory.getLogger(CpIsMailbox.class)).setLevel(Level.OFF);
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (int i = 0; i < TRIES; i++) {
            Original original = originals.get(random.nextInt(originals.size()));
            String broken = BrokenDocuments.breakOne(original.text(), random);
            String where = "seed " + seed + ", document " + i + ": " + broken;
            // Undone, so that each finds the file as it was sent.
            database.transactions().executeWithoutResult(status -> {
                handle("fuzz", broken);
                Outcome outcome = report("fuzz");
                seen.merge(outcome, 1, Integer::sum);
                if (outcome == Outcome.APPLIED) {
                    assertNoMoreThan(original, where);
                } else {
                    assertThat(state()).as(where).isEqualTo(before);
                    assertThat(waitsForPerson()).as(where).isTrue();
                }
                status.setRollbackOnly();
            });
        }
        System.out.println("Of " + TRIES + " broken documents: " + seen);
        assertThat(seen).containsKeys(Outcome.MALFORMED, Outcome.APPLIED);
    }

    private static void assertNoMoreThan(Original original, String where) {
        assertThat(CpIsFileState.valueOf(text("select state from cpis_file")))
                .as(where)
                .isIn(original.files());
        assertThat(list("select person_id from cpis_held")).as(where).isSubsetOf(original.held());
        assertThat(list("select person_id from cpis_upload where state = 'ACKNOWLEDGED'"))
                .as(where)
                .isSubsetOf(original.held());
        assertThat(list("select nhs_number from cpis_inactive_number where replacement is null"))
                .as(where)
                .isSubsetOf(digits(4));
        assertThat(list("select person_id from cpis_access where person_id is not null"))
                .as(where)
                .isSubsetOf("c1");
        assertThat(list("select replacement from cpis_inactive_number where replacement is not null"))
                .as(where)
                .isEmpty();
    }

    @Test
    void fiftyMegabytesComeThroughMeshAndAreRefusedAsTooLarge() {
        byte[] head =
                "<FileResponse xmlns=\"urn:hl7-org:v3\"><id extension=\"1\"/><x>".getBytes(StandardCharsets.UTF_8);
        byte[] document = Arrays.copyOf(head, 50 * 1024 * 1024);
        Arrays.fill(document, head.length, document.length, (byte) 'z');
        assertRefusedByTheMailbox(document);
    }

    @Test
    void anEntityIsNeverExpanded() {
        assertRefusedByTheMailbox("""
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/>&c;</FileResponse>""".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsReadFromElsewhere() {
        assertRefusedByTheMailbox("""
                <!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/>&c;</FileResponse>""".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anotherNamespaceIsAnotherMessage() {
        assertRefusedByTheMailbox(
                new String(AnswerDocuments.acknowledgement(1, CHILDREN, "CPF02"), StandardCharsets.UTF_8)
                        .replace("urn:hl7-org:v3", "urn:hl7-org:v4")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Through MESH: taken from the inbox, kept whole, reported, an alarm, and nothing else. */
    private static void assertRefusedByTheMailbox(byte[] document) {
        String before = state();
        String id = room.deliver(document);
        room.poll();
        assertThat(report(id)).isEqualTo(Outcome.MALFORMED);
        assertThat(state()).isEqualTo(before);
        assertThat(room.alarms()).contains(CpIsAlarm.Kind.UNREADABLE);
        assertThat(database.jdbc()
                        .queryForObject(
                                "select octet_length(body) from mesh_message where message_id = ? and state = 'UNKNOWN_CONTENT'",
                                Integer.class,
                                id))
                .isEqualTo(document.length);
    }

    private static void handle(String id, String document) {
        MeshHeaders headers =
                new MeshHeaders(Map.of(MeshHeaders.FROM, CpIsRoom.CP_IS, MeshHeaders.WORKFLOW, CpIsRoom.WORKFLOW));
        room.bean(CpIsMailbox.class).handle(new MeshMessage(id, headers, document.getBytes(StandardCharsets.UTF_8)));
    }

    /** Two loaded, two returned; all loaded; none; a view of the first; the fourth's number inactive. */
    private static List<Original> originals() {
        Set<CpIsFileState> sent = EnumSet.of(CpIsFileState.SENT);
        // A file code that is broken is one that nobody knows: nothing is taken for loaded, and a person looks.
        Set<CpIsFileState> partly = EnumSet.of(CpIsFileState.PARTLY_ACKNOWLEDGED, CpIsFileState.REFUSED);
        Set<CpIsFileState> all = EnumSet.of(CpIsFileState.ACKNOWLEDGED, CpIsFileState.REFUSED);
        return List.of(
                new Original(PARTLY, Set.of("c1", "c2"), partly),
                new Original(
                        text(AnswerDocuments.acknowledgement(1, CHILDREN, "CPF02")),
                        Set.of("c1", "c2", "c3", "c4"),
                        all),
                new Original(
                        text(AnswerDocuments.acknowledgement(1, CHILDREN, "CPF04")),
                        Set.of(),
                        EnumSet.of(CpIsFileState.REFUSED)),
                new Original(
                        text(AnswerDocuments.access(
                                1,
                                Optional.of(digits(1)),
                                new AnswerDocuments.Viewer("20261122021500+0000", "S", "N", "H"))),
                        Set.of(),
                        sent),
                new Original(text(AnswerDocuments.inactive(Map.of(digits(4), Optional.empty()))), Set.of(), sent));
    }

    private static final String PARTLY = """
            <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/><transmissionQuantity value="4"/>
            <acknowledgementFile><acknowledgementDetail><code code="CPF03"/></acknowledgementDetail></acknowledgementFile>
            <failedReturnedCP-ISRecords value="2"/>
            <message><acknowledgementRecord><acknowledgementDetail><code code="CPR01"/><location>/File/record[3]</location>\
            </acknowledgementDetail></acknowledgementRecord></message>
            <message><acknowledgementRecord><acknowledgementDetail><code code="CPR03"/><location>/File/record[4]</location>\
            </acknowledgementDetail></acknowledgementRecord></message></FileResponse>""";

    /** Of the one report there is of a message; it says in words what became of it. */
    private static Outcome report(String messageId) {
        Map<String, Object> report =
                database.jdbc().queryForMap("select outcome, words from cpis_inbound where message_id = ?", messageId);
        assertThat(String.valueOf(report.get("words"))).isNotBlank();
        return Outcome.valueOf(String.valueOf(report.get("outcome")));
    }

    private static boolean waitsForPerson() {
        return Boolean.TRUE.equals(database.jdbc()
                .queryForObject("select needs_person from cpis_inbound where message_id = 'fuzz'", Boolean.class));
    }

    private static String state() {
        return text(STATE);
    }

    private static String text(String sql) {
        return String.valueOf(database.jdbc().queryForObject(sql, String.class));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static List<String> list(String sql) {
        return database.jdbc().queryForList(sql, String.class);
    }

    private static String digits(int n) {
        return TestChildren.number(n).digits();
    }
}
