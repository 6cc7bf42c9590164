package uk.gov.warwickshire.gateway.cpis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringDays;
import uk.gov.warwickshire.gateway.common.ExpiringRows;
import uk.gov.warwickshire.gateway.common.ExpiringRows.Which;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.TraceKind;

/**
 * How the work for CP-IS grows old. What says how a person stands there today stays, however old: the latest order and the
 * latest answered record of each.
 */
@Configuration(proxyBeanMethods = false)
class CpIsExpiry {

    private static final String OLD_FILE = """
            %1$s.state in ('ACKNOWLEDGED', 'PARTLY_ACKNOWLEDGED', 'GIVEN_UP')
             and coalesce(%1$s.answered_at, %1$s.created_at) < ?""";

    private static final String KEPT_PERSON = "t.person_id in (select person_id from kept_person)";

    private static final String NAMES_KEPT_PERSON = """
            exists (select from cpis_file_record r join kept_person k on k.person_id = r.person_id
                     where r.file = t.%s)""";

    @Bean
    ExpiringTraces expiringUploads(JdbcTemplate jdbc) {
        return new ExpiringDays(
                jdbc, TraceKind.DELIVERIES, "cpis_upload", "cpis_due", "due_on", """
                (t.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                 or t.person_id not like 'erased-%' and not exists (
                        select from cpis_upload later where later.person_id = t.person_id and later.seq > t.seq)
                 or\s""" + KEPT_PERSON + ")");
    }

    @Bean
    ExpiringTraces expiringCpIsActs(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(jdbc, TraceKind.DELIVERIES, "cpis_act", new Which("t.done_at < ?", """
                (t.subject in (select person_id from kept_person)
                 or exists (select from cpis_upload u join kept_person k on k.person_id = u.person_id
                             where u.id::text = t.subject)
                 or exists (select from cpis_file_record r join kept_person k on k.person_id = r.person_id
                             where r.file::text = t.subject))"""));
    }

    @Bean
    ExpiringTraces expiringInbound(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.DELIVERIES,
                "cpis_inbound",
                new Which(
                        "(not t.needs_person or t.settled_at is not null) and t.received_at < ?",
                        NAMES_KEPT_PERSON.formatted("file")));
    }

    @Bean
    ExpiringTraces expiringFileContent(JdbcTemplate jdbc) {
        return ExpiringRows.emptied(
                jdbc,
                TraceKind.CP_IS_FILES,
                "cpis_file",
                "content",
                "''",
                new Which("t.content <> '' and " + OLD_FILE.formatted("t"), NAMES_KEPT_PERSON.formatted("sequence")));
    }

    @Bean
    ExpiringTraces expiringFileRecords(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.CP_IS_FILES,
                "cpis_file_record",
                new Which(
                        "t.file in (select f.sequence from cpis_file f where " + OLD_FILE.formatted("f") + ")" + """
                         and t.outcome <> 'OPEN'
                         and exists (select from cpis_file_record later
                                      where later.person_id = t.person_id and later.unborn = t.unborn
                                        and later.outcome <> 'OPEN' and later.file > t.file)""",
                        KEPT_PERSON));
    }

    @Bean
    ExpiringTraces expiringAccesses(JdbcTemplate jdbc) {
        return ExpiringRows.deleted(
                jdbc,
                TraceKind.AUDIT,
                "cpis_access",
                new Which(
                        "t.done_at is not null and t.received_at < ?",
                        "(" + KEPT_PERSON + " or t.nhs_number in (select nhs_number from kept_number))"));
    }
}
