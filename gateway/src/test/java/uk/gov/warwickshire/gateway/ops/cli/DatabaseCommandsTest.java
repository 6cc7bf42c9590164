package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsSubject;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The commands that ask the database, as somebody at a terminal sees them. */
class DatabaseCommandsTest {

    private static final String URL = "spring.datasource.url";
    private static final List<String> STATE_OF_THINGS = List.of(
            """
            insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at,
                                  reason, last_status, last_error)
            values ('C1', 'icr.north', gen_random_uuid(), 'RECORD', 'DEAD', 'test', '2026-11-23', '2026-11-23T10:00:00Z',
                    now(), null, 422,
                    '{"issue":[{"code":"code-invalid","diagnostics":"secret of ' || gen_random_uuid() || '"}]}'),
                   ('C2', 'icr.north', gen_random_uuid(), 'RECORD', 'DEAD', 'test', '2026-11-23', '2026-11-23T11:00:00Z',
                    now(), null, 422,
                    '{"issue":[{"code":"code-invalid","diagnostics":"secret of ' || gen_random_uuid() || '"}]}'),
                   ('C3', 'icr.north', gen_random_uuid(), 'RECORD', 'HELD', 'test', '2026-11-23', '2026-11-23T12:00:00Z',
                    now(), 'STATUS_UNKNOWN', null, null)
            """,
            "insert into delivery_due (due_on, destination, cause, counted) values ('2026-11-23', 'icr.north', 'test', 3)",
            """
            insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at)
            values ('C1', 'icr.south', gen_random_uuid(), 'RECORD', 'ACKNOWLEDGED', 'test', '2026-11-22', now(), now())
            """,
            "insert into delivery_due (due_on, destination, cause, counted) values ('2026-11-22', 'icr.south', 'test', 2)",
            """
            insert into opt_out_exchange (sequence, month, month_sequence, local_id, file_name, state, asked, created_at,
                                          attempted_at, problem)
            values (7, '2026-11-01', 7, 'optout-7', 'X26OURS01-221126-0007', 'OVERDUE', 40, now(), now(), 'No answer in time')
            """,
            """
            insert into cpis_file (sequence, local_id, file_name, state, records, content, sha256, created_at, not_before,
                                   attempts, code, problem)
            values (12, 'cpis-12', 'CPIS-X937-20261122-00000012', 'REFUSED', 3, 'secret'::bytea, '\\x00'::bytea, now(),
                    now(), 1, 'CPF01', 'CP-IS could not read the file')
            """,
            """
            insert into intake_batch (id, format, lane, name, sha256, size_bytes, state, received_at, failure, from_inbox)
            values (gen_random_uuid(), 'ssd', 'CHILDREN', 'ssd.zip', '\\x00'::bytea, 1, 'FAILED', now(), 'no zip', true)
            """,
            "insert into fulltext_position (index_id, tx, seq, followed_at) values ('lucene', 0, 0, now())",
            "insert into record_change (tx, child_id, changed_at) values (1, 'C1', now()), (9000000000, 'C2', now())");

    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = new TestDatabase();
        STATE_OF_THINGS.forEach(database.jdbc()::execute);
        System.setProperty(URL, database.url());
    }

    @AfterAll
    static void close() {
        System.clearProperty(URL);
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            balance --date 2026-11-23                    | 0 | icr.north    3    3          balances  1 HELD, 2 DEAD
            balance --date 2026-11-22                    | 1 | ! DOES NOT BALANCE
            balance --date 2020-01-01                    | 0 | Nothing was due.
            balance --date 2026-11-22 --until 2026-11-23 | 1 | balances
            balance --date yesterday                     | 2 |
            held                                         | 1 | answered 422 code-invalid
            opt-out                                      | 1 | No answer in time
            batches                                      | 1 | FAILED: no zip
            cp-is                                        | 1 | Uploading has stopped: a file needs a person
            cp-is queue                                  | 0 | Nothing waits.
            cp-is file 12                                | 1 | CP-IS could not read the file
            cp-is file 99                                | 1 |
            cp-is file 12 --act give-up                  | 1 |
            cp-is person C77                             | 1 |
            index drift                                  | 1 | lucene
            health                                       | 1 | Uploading has stopped: a file needs a person
            messages --reason RESTRICTED                 | 0 | Nothing found.
            messages --reason NONE_SUCH                  | 1 |
            index                                        | 2 |
            """)
    void showWhatIsThere(String line, int exitCode, String words) {
        Ran ran = Ran.of(line.split(" "));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(exitCode);
        assertThat(ran.out()).contains(words == null ? "" : words).doesNotContain("secret");
        assertThat(ran.err()).doesNotContain("Exception", "at uk.gov", "jdbc:");
    }

    @ParameterizedTest
    @CsvSource({
        "balance --date 2026-11-22 --json, /0/due, 2",
        "held --json, /0/children, 2",
        "opt-out --json, /exchanges/0/state, OVERDUE",
        "batches --json, /0/state, FAILED",
        "cp-is --json, /files/0/sequence, 12",
        "cp-is queue --json, '', []",
        "index drift --json, /0/changes, 2",
        "health --json, /0/what, CP-IS"
    })
    void printJsonForScripts(String line, String where, String value) {
        JsonNode json = JsonMapper.shared().readTree(Ran.of(line.split(" ")).out());

        assertThat(where.isEmpty() ? json.toString() : json.at(where).asString())
                .isEqualTo(value);
    }

    @Test
    void aFileThatStoppedIsGivenUpWithWhoAndWhy() {
        database.jdbc()
                .update("update cpis_file set state = 'UNDELIVERED' where sequence = 12 and state <> 'UNDELIVERED'");

        Ran done = Ran.of("cp-is", "file", "12", "--act", "give-up", "--why", "CP-IS never got it");

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("GIVEN_UP");
        assertThat(database.jdbc().queryForMap("select why, act, subject from cpis_act where act = 'give file up'"))
                .containsEntry("why", "CP-IS never got it")
                .containsEntry("subject", "12");
        assertThat(Ran.of("cp-is", "file", "12", "--act", "resend", "--why", "x")
                        .err())
                .contains("Not done: a file that is GIVEN_UP cannot be sent again: A person has given it up");
        database.jdbc().update("update cpis_file set state = 'REFUSED' where sequence = 12");
    }

    @Test
    void aPlanIsWithdrawnFromCpIsWithWhoAndWhyAndTheNumberIsNotPrinted() {
        CpIsSubject subject = new CpIsSubject(
                new NhsNumber("9449306753"), Optional.of("C9"), "Quill", List.of("Ada"), LocalDate.of(2015, 4, 1));
        CpIsPerson held =
                new CpIsPerson(subject, List.of(CpIsPlan.open(PlanType.CPP, "p9", LocalDate.of(2026, 10, 1))));
        database.jdbc()
                .update(
                        "insert into cpis_held values ('C9', '9449306753', ?, 11, now())",
                        JsonMapper.shared().writeValueAsString(held));
        String[] withdraw = {"cp-is", "person", "C9", "--act", "withdraw", "--type", "CPP", "--plan", "p9"};
        try {
            assertThat(Ran.of(withdraw).err()).contains("an act needs who and why");

            Ran done = Ran.of(Stream.concat(Arrays.stream(withdraw), Stream.of("--why", "it was another child's"))
                    .toArray(String[]::new));
            assertThat(done.err()).isEmpty();
            assertThat(done.out()).contains("p9", "ordered").doesNotContain("9449306753");
            assertThat(Ran.of("cp-is", "person", "C9", "--json").out())
                    .contains("\"withdrawn\" : true")
                    .doesNotContain("9449306753");
            assertThat(database.jdbc().queryForMap("select why, cause, former_number from cpis_withdrawal"))
                    .containsEntry("why", "it was another child's")
                    .containsEntry("cause", "UPLOADED_IN_ERROR")
                    .containsEntry("former_number", false);
        } finally {
            List.of("cpis_held", "cpis_withdrawal", "cpis_upload")
                    .forEach(table -> database.jdbc().update("delete from " + table + " where person_id = 'C9'"));
        }
    }

    @Test
    void numbersOfFilesOnlyGoForward() {
        assertThat(Ran.of("cp-is", "continue-after", "40", "--why", "restored to yesterday")
                        .out())
                .contains("The next file will be number 41.");
        assertThat(Ran.of("cp-is", "continue-after", "20", "--why", "a mistake"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran ->
                        assertThat(ran.err()).contains("the next number is already 41, and numbers never go back"));
        assertThat(Ran.of("cp-is", "continue-after", "50").exitCode()).isEqualTo(2);
    }

    @Test
    void anIndexIsFilledAnewByWhoeverFollowsWithIt() {
        assertThat(Ran.of("index", "rebuild").out()).contains("Ordered for 1 indexes.");
        assertThat(Ran.of("index", "drift").out()).contains("No index");
        assertThat(database.jdbc().queryForList("select child_id from record_change", String.class))
                .as("what a restore left behind from transactions yet to come is forgotten")
                .containsExactly("C1");
        STATE_OF_THINGS.stream().filter(sql -> sql.contains("fulltext")).forEach(database.jdbc()::execute);
        database.jdbc().update("insert into record_change (tx, child_id, changed_at) values (9000000000, 'C2', now())");
    }

    @Test
    void withoutADatabaseTheCommandSaysSoInWords() {
        System.setProperty(URL, "jdbc:postgresql://localhost:1/none?user=nobody&password=hush-hush");
        try {
            Ran ran = Ran.of("health");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("cannot be reached").doesNotContain("hush-hush", "Exception");
        } finally {
            System.setProperty(URL, database.url());
        }
    }
}
