package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Kind;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;

/** Table `cpis_inbound`. Every method joins the caller's transaction. */
@Repository
class InboundTable {

    private final JdbcTemplate jdbc;
    private final CpIsRules rules;

    InboundTable(JdbcTemplate jdbc, CpIsRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    void add(Received received) {
        jdbc.update(
                """
                insert into cpis_inbound
                    (message_id, kind, outcome, file, code, words, details, sha256, received_at, needs_person)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (message_id) do nothing
                """,
                received.messageId(),
                received.kind().name(),
                received.outcome().name(),
                received.file().orElse(null),
                received.code().orElse(null),
                received.words(),
                received.details(),
                received.sha256(),
                Timestamp.from(rules.now()),
                received.needsPerson());
    }

    /** Whether the same bytes were taken in before. */
    boolean wasApplied(Kind kind, byte[] sha256) {
        Boolean found = jdbc.queryForObject("""
                select exists (select from cpis_inbound where kind = ? and sha256 = ? and outcome = 'APPLIED')
                """, Boolean.class, kind.name(), sha256);
        return Boolean.TRUE.equals(found);
    }

    /** Details of the acknowledgement that was last applied to the file. */
    Optional<String> lastApplied(long file) {
        return jdbc.queryForList("""
                        select details from cpis_inbound
                         where file = ? and kind = 'ACKNOWLEDGEMENT' and outcome = 'APPLIED'
                         order by received_at desc, message_id desc limit 1
                        """, String.class, file).stream().findFirst();
    }

    /** A message and what became of it. The hash is shared, not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(
            String messageId,
            Kind kind,
            Outcome outcome,
            Optional<Long> file,
            Optional<String> code,
            String words,
            String details,
            byte[] sha256) {

        boolean needsPerson() {
            return switch (outcome) {
                case APPLIED -> kind == Kind.EMPTY_ACCESS;
                case DUPLICATE -> false;
                default -> true;
            };
        }

        Received withWords(Outcome other, @Nullable String why) {
            return new Received(
                    messageId,
                    kind,
                    other,
                    file,
                    code,
                    why == null ? other.meaning() : other.meaning() + " (" + why + ")",
                    details,
                    sha256);
        }
    }
}
