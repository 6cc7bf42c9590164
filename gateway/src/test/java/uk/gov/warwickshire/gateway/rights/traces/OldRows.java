package uk.gov.warwickshire.gateway.rights.traces;

import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of long ago. */
final class OldRows {

    private final JdbcTemplate jdbc;

    OldRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void decision(String child, String at) {
        jdbc.update("""
                insert into disclosure_ledger
                       (child_id, id, decided_at, destination, kind, message_id, outcome, headline, reasons,
                        policy_version, agreement_ids, verification_status, restricted, opt_out_state, opt_out_stale,
                        choices, other_persons, categories, resources, left_out)
                values (?, gen_random_uuid(), ?::timestamptz, 'icr.x', 'PUSH', gen_random_uuid(), 'SENT',
                        'NOT_OPTED_OUT', '{}', '1', '{}', '01', false, 'NOT_OPTED_OUT', false, '[]', '[]', '{}', '[]', '[]')
                """, child, at);
    }

    void look(String child, String query, String at) {
        jdbc.update("""
                insert into audit_event (child_id, id, recorded_at, kind, interaction, source, result, resources, query,
                                         decision_ids)
                values (?, gen_random_uuid(), ?::timestamptz, 'QUERY', 'search', 'api', 'OK', '{}', ?, '{}')
                """, child, at, query);
    }

    void override(String child, String at) {
        jdbc.update("""
                with override as (
                    insert into break_glass_grant (id, child_id, ods_code, client_id, agent_user, purpose, reason, granted_at,
                                                   expires_at)
                    values (gen_random_uuid(), ?, 'RKB', 'c', '', 'ETREAT', 'r', ?::timestamptz, ?::timestamptz)
                    returning id)
                insert into break_glass_review (grant_id, verdict, reviewed_by, why, reviewed_at)
                select id, 'JUSTIFIED', 'x', 'y', now() from override
                """, child, at, at);
    }

    void delivery(String child, String destination, String state, String day) {
        jdbc.update("""
                with one as (
                    insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at, next_attempt_at,
                                          finished_at)
                    values (?, ?, gen_random_uuid(), 'PUT', ?, 'RECORD', ?::date, ?::date, ?::date, ?::date)
                    returning id, due_on),
                tried as (
                    insert into delivery_attempt (delivery_id, attempt, ledger_id, outcome, started_at, finished_at)
                    select id, 1, gen_random_uuid(), 'OK', due_on, due_on from one)
                insert into message_act (id, done_at, act, delivery_id, who, why, via)
                select gen_random_uuid(), due_on, 'RETRY', id, 'w', 'y', 'console' from one
                """, child, destination, state, day, day, day, day);
        jdbc.update(
                "insert into delivery_due (due_on, destination, counted, cause) values (?::date, ?, 1, 'RECORD')",
                day,
                destination);
    }

    void upload(String person, String state, String day) {
        jdbc.update("""
                insert into cpis_upload (person_id, id, state, cause, due_on, created_at, next_attempt_at, finished_at)
                values (?, gen_random_uuid(), ?, 'RECORD', ?::date, ?::date, ?::date, ?::date)
                """, person, state, day, day, day, day);
        jdbc.update("insert into cpis_due (due_on, counted, cause) values (?::date, 1, 'RECORD')", day);
    }

    void file(int sequence, String person, String state, String at) {
        jdbc.update("""
                insert into cpis_file (sequence, local_id, file_name, state, records, content, sha256, created_at, not_before,
                                       answered_at)
                values (?, 'l' || ?, 'f' || ?, ?, 1, 'words', 'h', ?::timestamptz, now(), ?::timestamptz)
                """, sequence, sequence, sequence, state, at, at);
        jdbc.update("""
                insert into cpis_file_record (file, position, upload_id, person_id, nhs_number, unborn, record, record_hash,
                                              outcome)
                values (?, 1, gen_random_uuid(), ?, '9990000018', false, 'r', 'h', 'ACCEPTED')
                """, sequence, person);
        jdbc.update("""
                insert into cpis_inbound (message_id, kind, outcome, file, words, details, sha256, received_at, needs_person)
                values ('m' || ?, 'ACK', 'OK', ?, '', '', 'h', ?::timestamptz, false)
                """, sequence, sequence, at);
    }

    void message(String id, String state, String body, String at) {
        jdbc.update("""
                insert into mesh_message (mailbox, message_id, state, headers, body, received_at, handled_at)
                values ('m', ?, ?, '{}', convert_to(?, 'UTF8'), ?::timestamptz, ?::timestamptz)
                """, id, state, body, at, at);
    }

    void finding(String child, String at) {
        jdbc.update("""
                with batch as (
                    insert into intake_batch (id, format, lane, name, sha256, size_bytes, state, received_at, finished_at,
                                              from_inbox)
                    values (gen_random_uuid(), 'SSD', 'l', 'n', 'h', 1, 'COMPLETED', ?::timestamptz, ?::timestamptz, false)
                    returning id)
                insert into intake_finding (batch_id, stage, file, source_table, row_no, child_id, severity, code, message)
                select id, 'CHILD', 'f', 't', 1, ?, 'WARNING', 'C', 'm' from batch
                """, at, at, child);
    }

    void pack(String child, String releasedAt) {
        jdbc.update("""
                insert into rights_pack (request_id, child_id, prepared_at, prepared_by, sections, bundle, released_at,
                                         released_by, archive, sha256)
                values (gen_random_uuid(), ?, ?::timestamptz, 'p', '[]', '', ?::timestamptz, 'p', 'zip', 'sum')
                """, child, releasedAt, releasedAt);
    }
}
