package uk.gov.warwickshire.gateway.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAuditReader implements AuditReader {

    /** Counting stops here: an auditor narrows the question long before. */
    private static final int MOST_COUNTED = 100_000;

    private final JdbcClient jdbc;

    JdbcAuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AuditRecord> find(UUID id) {
        return jdbc.sql("select * from audit_event where id = ?")
                .param(id)
                .query((row, i) -> AuditTable.read(row))
                .optional();
    }

    @Override
    public List<AuditRecord> search(AuditQuery query) {
        Where where = new Where(query);
        query.after().ifPresent(last -> where.add("id < :after", "after", last));
        where.parameters.put("limit", query.limit());
        return jdbc.sql("select * from audit_event where " + where.text() + " order by id desc limit :limit")
                .params(where.parameters)
                .query((row, i) -> AuditTable.read(row))
                .list();
    }

    @Override
    public long count(AuditQuery query) {
        Where where = new Where(query);
        where.parameters.put("most", MOST_COUNTED);
        return jdbc.sql("select count(*) from (select from audit_event where " + where.text() + " limit :most) counted")
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /** Only the conditions that are asked for, so that each question has the plan of its own index; values are bound. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Where(AuditQuery query) {
            add("recorded_at >= :from", "from", Timestamp.from(query.from()));
            add("recorded_at < :until", "until", Timestamp.from(query.until()));
            query.childId().ifPresent(value -> add("child_id = :child", "child", value));
            query.odsCode().ifPresent(value -> add("ods_code = :ods", "ods", value));
            query.clientId().ifPresent(value -> add("client_id = :client", "client", value));
            query.result().ifPresent(value -> add("result = :result", "result", value.name()));
            query.purpose().ifPresent(value -> add("purpose = :purpose", "purpose", value));
            query.kind().ifPresent(value -> add("kind = :kind", "kind", value.name()));
            if (query.decidedOnly()) {
                conditions.add("cardinality(decision_ids) > 0");
            }
            if (query.breakGlassOnly()) {
                conditions.add("break_glass_reason is not null");
            }
        }

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        String text() {
            return String.join(" and ", conditions);
        }
    }
}
