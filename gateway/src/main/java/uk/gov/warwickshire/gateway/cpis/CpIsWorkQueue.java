package uk.gov.warwickshire.gateway.cpis;

import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsWorkItem.Kind;
import uk.gov.warwickshire.gateway.cpis.PersonState.Unexplained;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.inbound.RecordResponseCode;

/**
 * Everything about persons that waits for a person: children who should be shown and are not come first. Derived from what
 * stands in the database, so that nobody has to enter or to close anything.
 */
@Component
public class CpIsWorkQueue {

    private final PersonStates persons;
    private final UploadTable uploads;
    private final Teams teams;
    private final JdbcTemplate jdbc;

    CpIsWorkQueue(PersonStates persons, UploadTable uploads, Teams teams, JdbcTemplate jdbc) {
        this.persons = persons;
        this.uploads = uploads;
        this.teams = teams;
        this.jdbc = jdbc;
    }

    /** Most urgent kind first, then oldest first. */
    public List<CpIsWorkItem> all() {
        List<CpIsWorkItem> items = new ArrayList<>();
        Map<String, List<Upload>> open = new HashMap<>();
        uploads.open().forEach(upload -> open.computeIfAbsent(upload.personId(), key -> new ArrayList<>())
                .add(upload));
        latestWithheld().forEach(upload -> open.computeIfAbsent(upload.personId(), key -> new ArrayList<>())
                .add(upload));
        Map<String, Instant> since = since();
        persons.load(persons.everyone()).values().forEach(state -> {
            Builder builder = new Builder(state, since.getOrDefault(state.personId(), Instant.EPOCH), items);
            open.getOrDefault(state.personId(), List.of()).forEach(builder::upload);
            builder.standing();
        });
        Map<String, String> names = teams.names();
        return items.stream()
                .map(item -> Teams.with(item, Optional.ofNullable(names.get(item.personId()))))
                .sorted(Comparator.comparing(CpIsWorkItem::kind)
                        .thenComparing(CpIsWorkItem::since)
                        .thenComparing(CpIsWorkItem::personId))
                .toList();
    }

    /** As CSV, header always. The writer is flushed, not closed. */
    public void writeCsv(Writer writer) {
        CsvLines csv = new CsvLines(writer, "kind", "person_id", "team", "code", "meaning", "remedy", "since", "file");
        all().forEach(item -> csv.line(
                item.kind().name(),
                item.personId(),
                item.teamName().orElse(""),
                item.code(),
                item.meaning(),
                item.remedy(),
                item.since().toString(),
                item.file().map(String::valueOf).orElse("")));
        csv.end();
    }

    private List<Upload> latestWithheld() {
        return jdbc.query("""
                select * from (select distinct on (person_id) * from cpis_upload order by person_id, seq desc) latest
                 where state = 'WITHHELD'
                """, (row, i) -> UploadTable.read(row));
    }

    private Map<String, Instant> since() {
        Map<String, Instant> since = new HashMap<>();
        jdbc.query("select person_id, min(since) from cpis_status group by person_id", row -> {
            since.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        return since;
    }

    /** The items of one person. */
    private record Builder(PersonState state, Instant since, List<CpIsWorkItem> items) {

        void upload(Upload upload) {
            if (upload.state() == DeliveryState.DEAD) {
                String code = upload.code().orElse("");
                Optional<RecordResponseCode> known = CpIsCodes.record(code);
                add(
                        upload.manual() ? Kind.SENSITIVE : Kind.REFUSED_BY_CPIS,
                        code,
                        known.map(RecordResponseCode::meaning).orElse("A code that this version does not know"),
                        // What was written down with the answer is often the remedy itself.
                        Stream.concat(upload.words().stream(), known.map(RecordResponseCode::remedy).stream())
                                .distinct()
                                .collect(Collectors.joining(". ")),
                        upload);
            } else if (upload.state() == DeliveryState.WITHHELD) {
                String reason = upload.reason().orElse("");
                add(
                        Kind.WITHHELD,
                        reason,
                        sentence(reason),
                        "Enter the agreement on CP-IS, or extend it, and start the gateway again",
                        upload);
            }
        }

        void standing() {
            if (state.isNumberInactive()) {
                add(
                        Kind.NUMBER_INACTIVE,
                        "NUMBER_INACTIVE",
                        Kind.NUMBER_INACTIVE.meaning(),
                        "Trace the child again and enter the number now in use; after an adoption end the old record");
            }
            if (state.isNumberClaimedTwice()) {
                add(
                        Kind.NUMBER_CONFLICT,
                        "NUMBER_CONFLICT",
                        Kind.NUMBER_CONFLICT.meaning(),
                        "Find out whose it is and correct the identity file; until then it is sent for neither");
            }
            state.obstacles().stream()
                    .sorted()
                    .forEach(problem -> add(Kind.CANNOT_BE_SENT, problem.name(), meaning(problem), remedy(problem)));
            state.gaps().stream()
                    .sorted()
                    .forEach(problem -> add(Kind.INCOMPLETE, problem.name(), meaning(problem), remedy(problem)));
            for (Unexplained open : state.unexplained()) {
                String plan = "A plan that began on " + open.plan().start() + " is open at CP-IS ";
                add(
                        Kind.UNEXPLAINED,
                        open.plan().type().name(),
                        plan
                                + (open.formerNumber()
                                        ? "under a number that is no longer the person's"
                                        : "and no longer in the record"),
                        open.formerNumber()
                                ? "Have it withdrawn there: CP-IS may be showing it for someone else"
                                : "Enter its end in the case system, or have it withdrawn if it was never right");
            }
        }

        private void add(Kind kind, String code, String meaning, String remedy) {
            items.add(new CpIsWorkItem(
                    kind,
                    state.personId(),
                    code,
                    meaning,
                    remedy,
                    since,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }

        private void add(Kind kind, String code, String meaning, String remedy, Upload upload) {
            items.add(new CpIsWorkItem(
                    kind,
                    state.personId(),
                    code,
                    meaning,
                    remedy,
                    upload.createdAt(),
                    Optional.of(upload.id()),
                    upload.file(),
                    Optional.empty()));
        }

        /** What stands before the colon of a problem's text is the meaning, what stands after it the remedy. */
        private static String meaning(Problem problem) {
            return problem.meaning().split(": ", 2)[0];
        }

        private static String remedy(Problem problem) {
            String[] parts = problem.meaning().split(": ", 2);
            return parts[parts.length - 1];
        }

        private static String sentence(String reason) {
            try {
                return Reason.valueOf(reason).sentence();
            } catch (IllegalArgumentException notOfTheGate) {
                return reason;
            }
        }
    }
}
