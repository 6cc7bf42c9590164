package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.demo.cpis.AnswerDocuments;
import uk.gov.warwickshire.gateway.demo.cpis.CpIsBehaviour;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/**
 * Broken acknowledgements and notifications through the real handler and database, each in a transaction of its own: none
 * throws, each leaves a report, and none makes a record held that CP-IS did not load, or stops a number it did not name.
 * More of them, against the reader alone, in the mapping library. Their number is set with {@code -Dcpis.fuzz}.
 */
class CpIsFuzzTest {

    private static final int TRIES = Integer.getInteger("cpis.fuzz", 1500);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final int CHILDREN = 4;

    private static TestDatabase database;
    private static CpIsRoom room;

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

    @AfterAll
    static void stop() {
        room.close();
        database.close();
    }

    @Test
    void whateverIsBrokenChangesNothingWronglyAndIsSeen() {
        long seed = Long.getLong("cpis.fuzz.seed", 937L);
        Random random = new Random(seed);
        List<byte[]> originals = originals();
        long reports = count("select count(*) from cpis_inbound");
        for (int i = 0; i < TRIES; i++) {
            String text = new String(originals.get(random.nextInt(originals.size())), StandardCharsets.UTF_8);
            byte[] broken = mutate(text, random).getBytes(StandardCharsets.UTF_8);
            handle("fuzz-" + i, broken);
            // Undone, so that each finds the file as it was sent.
            assertNothingHeldThatWasNotLoaded("seed " + seed + ", document " + i);
            restore();
        }
        assertThat(count("select count(*) from cpis_inbound")).isEqualTo(reports + TRIES);
    }

    @Test
    void fiftyMegabytesAreRefusedAsTooLarge() {
        StringBuilder huge = new StringBuilder("<FileResponse xmlns=\"urn:hl7-org:v3\"><id extension=\"1\"/><x>");
        byte[] head = huge.toString().getBytes(StandardCharsets.UTF_8);
        byte[] document = Arrays.copyOf(head, 50 * 1024 * 1024);
        Arrays.fill(document, head.length, document.length, (byte) 'z');
        handle("huge", document);

        assertThat(report("huge")).isEqualTo("MALFORMED");
        assertThat(room.file(1).state()).isEqualTo(CpIsFileState.SENT);
    }

    @Test
    void anEntityIsNeverExpanded() {
        handle("laughs", """
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/>&c;</FileResponse>""".getBytes(StandardCharsets.UTF_8));

        assertThat(report("laughs")).isEqualTo("MALFORMED");
    }

    private static void handle(String id, byte[] body) {
        MeshMessage message = new MeshMessage(
                id,
                new MeshHeaders(Map.of(MeshHeaders.FROM, CpIsRoom.CP_IS, MeshHeaders.WORKFLOW, CpIsRoom.WORKFLOW)),
                body);
        database.transactions()
                .executeWithoutResult(status -> room.bean(CpIsMailbox.class).handle(message));
    }

    /** Two loaded, two returned; a view of the first; the fourth's number inactive. */
    private static List<byte[]> originals() {
        List<byte[]> documents = new ArrayList<>();
        documents.add(PARTLY.getBytes(StandardCharsets.UTF_8));
        documents.add(AnswerDocuments.access(
                1, Optional.of(digits(1)), new AnswerDocuments.Viewer("20261122021500+0000", "S", "N", "H")));
        documents.add(AnswerDocuments.inactive(Map.of(digits(4), Optional.empty())));
        documents.add(AnswerDocuments.acknowledgement(1, CHILDREN, "CPF04"));
        return documents;
    }

    private static final String PARTLY = """
            <FileResponse xmlns="urn:hl7-org:v3"><id extension="1"/><transmissionQuantity value="4"/>
            <acknowledgementFile><acknowledgementDetail><code code="CPF03"/></acknowledgementDetail></acknowledgementFile>
            <failedReturnedCP-ISRecords value="2"/>
            <message><acknowledgementRecord><acknowledgementDetail><code code="CPR01"/><location>/File/record[3]</location>\
            </acknowledgementDetail></acknowledgementRecord></message>
            <message><acknowledgementRecord><acknowledgementDetail><code code="CPR03"/><location>/File/record[4]</location>\
            </acknowledgementDetail></acknowledgementRecord></message></FileResponse>""";

    /** The third and the fourth were returned, so whatever happened to the message they are not held. */
    private static void assertNothingHeldThatWasNotLoaded(String where) {
        assertThat(database.jdbc().queryForList("select person_id from cpis_held", String.class))
                .as(where)
                .isSubsetOf("c1", "c2");
        assertThat(database.jdbc().queryForList("select nhs_number from cpis_inactive_number", String.class))
                .as(where)
                .isSubsetOf(digits(4));
    }

    private static void restore() {
        database.jdbc().execute("""
                truncate cpis_held, cpis_inactive_number, cpis_access;
                update cpis_file set state = 'SENT';
                update cpis_file_record set outcome = 'OPEN', code = null, answer = null;
                delete from cpis_upload where file is null;
                update cpis_upload set state = 'SENT'
                """);
    }

    private static String mutate(String original, Random random) {
        String text = original;
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            text = change(text, random);
        }
        return text;
    }

    private static String change(String text, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> atTag(text, random, "");
            case 2 -> atTag(text, random, "$0$0");
            case 3 -> text.replace("urn:hl7-org:v3", "urn:other");
            case 4 -> text.replaceFirst("^(<\\?[^>]*\\?>)?", "$1<!DOCTYPE x [<!ENTITY e 'CPF02'>]>");
            case 5 -> atTag(text, random, "<x>" + "<y/>".repeat(random.nextInt(50)) + "$0");
            default -> {
                StringBuilder bytes = new StringBuilder(text);
                for (int i = 0; i < 3 && bytes.length() > 0; i++) {
                    // No digit becomes another digit: that would be another valid answer.
                    bytes.setCharAt(random.nextInt(bytes.length()), (char) ('\u0001' + random.nextInt(40)));
                }
                yield bytes.toString();
            }
        };
    }

    private static String atTag(String text, Random random, String replacement) {
        List<int[]> tags = new ArrayList<>();
        TAG.matcher(text).results().forEach(match -> tags.add(new int[] {match.start(), match.end()}));
        if (tags.isEmpty()) {
            return text;
        }
        int[] tag = tags.get(random.nextInt(tags.size()));
        return text.substring(0, tag[0])
                + replacement.replace("$0", text.substring(tag[0], tag[1]))
                + text.substring(tag[1]);
    }

    private static String report(String messageId) {
        return new HashMap<>(
                        database.jdbc().queryForMap("select outcome from cpis_inbound where message_id = ?", messageId))
                .get("outcome")
                .toString();
    }

    private static long count(String sql) {
        Long count = database.jdbc().queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private static String digits(int n) {
        return TestChildren.number(n).digits();
    }
}
