package uk.gov.warwickshire.gateway.cpis.query;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The table `cpis_flag`. Everything joins the caller's transaction. */
@Component
class FlagTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FlagTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is held under the numbers; of a number that nobody carries there is no entry. A number that has replaced one of
     * ours, as Spine has told, leads to the record as well.
     */
    Map<NhsNumber, List<HeldStatuses>> find(Collection<NhsNumber> numbers) {
        String[] digits = numbers.stream().map(NhsNumber::digits).distinct().toArray(String[]::new);
        Map<NhsNumber, List<HeldStatuses>> held = new HashMap<>();
        jdbc.query(
                """
                select f.child_id, f.person_id, f.nhs_number, f.verification_status, f.birth_date, f.restricted,
                       f.plans, f.unclear, f.version, f.nhs_number as asked
                  from cpis_flag f
                 where f.nhs_number = any(?)
                union all
                select f.child_id, f.person_id, f.nhs_number, f.verification_status, f.birth_date, f.restricted,
                       f.plans, f.unclear, f.version, i.replacement
                  from cpis_inactive_number i
                  join cpis_flag f on f.nhs_number = i.nhs_number
                 where i.replacement = any(?)
                 order by child_id, person_id
                """,
                row -> {
                    held.computeIfAbsent(new NhsNumber(row.getString(10)), number -> new ArrayList<>())
                            .add(statuses(row));
                },
                digits,
                digits);
        return held;
    }

    /** Replaces what is held of the children: what is no longer among the timelines goes. Unchanged rows stay. */
    void replace(Collection<String> childIds, List<CpIsTimeline> timelines) {
        jdbc.update("""
                delete from cpis_flag f
                 where f.child_id = any(?)
                   and not exists (select from unnest(?::text[], ?::text[]) as kept (child_id, person_id)
                                    where kept.child_id = f.child_id and kept.person_id = f.person_id)
                """, ps -> {
            ps.setArray(1, texts(ps, childIds));
            ps.setArray(2, SqlArrays.of(ps, "text", timelines, CpIsTimeline::childId));
            ps.setArray(3, SqlArrays.of(ps, "text", timelines, CpIsTimeline::personId));
        });
        if (!timelines.isEmpty()) {
            upsert(timelines);
        }
    }

    private void upsert(List<CpIsTimeline> timelines) {
        jdbc.update("""
                insert into cpis_flag as f
                       (child_id, person_id, nhs_number, verification_status, birth_date, restricted, plans, unclear,
                        version, changed_at)
                select u.*, 1, ?
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::boolean[], ?::text[], ?::text[])
                       as u (child_id, person_id, nhs_number, verification_status, birth_date, restricted, plans,
                             unclear)
                 order by u.child_id, u.person_id
                    on conflict (child_id, person_id) do update
                   set nhs_number = excluded.nhs_number, verification_status = excluded.verification_status,
                       birth_date = excluded.birth_date, restricted = excluded.restricted, plans = excluded.plans,
                       unclear = excluded.unclear, version = f.version + 1, changed_at = excluded.changed_at
                 where (f.nhs_number, f.verification_status, f.birth_date, f.restricted, f.plans, f.unclear)
                       is distinct from (excluded.nhs_number, excluded.verification_status, excluded.birth_date,
                                         excluded.restricted, excluded.plans, excluded.unclear)
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(clock.instant()));
            ps.setArray(2, SqlArrays.of(ps, "text", timelines, CpIsTimeline::childId));
            ps.setArray(3, SqlArrays.of(ps, "text", timelines, CpIsTimeline::personId));
            ps.setArray(4, SqlArrays.of(ps, "text", timelines, t -> t.identity()
                    .nhsNumber()
                    .map(NhsNumber::digits)
                    .orElse(null)));
            ps.setArray(5, SqlArrays.of(ps, "text", timelines, t -> t.identity()
                    .status()
                    .code()));
            ps.setArray(6, SqlArrays.of(ps, "date", timelines, t -> t.birthDate()
                    .map(Date::valueOf)
                    .orElse(null)));
            ps.setArray(
                    7, SqlArrays.of(ps, "boolean", timelines, t -> t.identity().restricted()));
            ps.setArray(8, SqlArrays.of(ps, "text", timelines, t -> StatusText.ofPlans(t.plans())));
            ps.setArray(9, SqlArrays.of(ps, "text", timelines, t -> StatusText.ofUnclear(t.unclear())));
        });
    }

    private static HeldStatuses statuses(ResultSet row) throws SQLException {
        Date birth = row.getDate(5);
        Identity identity = new Identity(
                Optional.of(new NhsNumber(row.getString(3))),
                VerificationStatus.ofCode(row.getString(4)).orElseThrow(),
                row.getBoolean(6));
        return new HeldStatuses(
                new CpIsTimeline(
                        row.getString(1),
                        row.getString(2),
                        identity,
                        Optional.ofNullable(birth).map(Date::toLocalDate),
                        StatusText.plans(row.getString(7)),
                        StatusText.unclear(row.getString(8))),
                row.getLong(9));
    }
}
