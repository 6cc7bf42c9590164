package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.RecordAnswer.Outcome;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.cpis.inbound.Acknowledgement;
import uk.gov.warwickshire.mappings.cpis.inbound.RecordResponseCode;

/** What the answers to the records of a file mean for the persons. Joins the caller's transaction. */
@Component
class RecordStep {

    private final FileRecordTable records;
    private final UploadTable uploads;
    private final PersonStates persons;
    private final Reconciler reconciler;
    private final CpIsRules rules;
    private final JdbcTemplate jdbc;

    RecordStep(
            FileRecordTable records,
            UploadTable uploads,
            PersonStates persons,
            Reconciler reconciler,
            CpIsRules rules,
            JdbcTemplate jdbc) {
        this.records = records;
        this.uploads = uploads;
        this.persons = persons;
        this.reconciler = reconciler;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    void apply(CpIsFile file, List<SentRecord> sent, Map<Integer, RecordAnswer> answers) {
        markSent(file.sequence());
        records.answered(file.sequence(), answers);
        records.held(accepted(file, sent, answers));
        Map<UUID, List<RecordAnswer>> byUpload = new LinkedHashMap<>();
        sent.forEach(record -> byUpload.computeIfAbsent(record.uploadId(), key -> new ArrayList<>())
                .add(answers.getOrDefault(record.position(), RecordAnswer.UNCERTAIN)));
        Map<UUID, Integer> attempts = attempts(file.sequence());
        List<UploadMove> moves = new ArrayList<>();
        byUpload.forEach((upload, all) -> moves.add(move(upload, all, attempts.getOrDefault(upload, 0))));
        uploads.move(moves);
        TreeSet<String> concerned = new TreeSet<>();
        sent.forEach(record -> concerned.add(record.personId()));
        reconciler.enqueueIfOutOfStep(concerned, "more to send");
    }

    /** An answer came although MESH was not heard: so it was sent. */
    void markSent(long file) {
        jdbc.update("update cpis_upload set state = 'SENT' where file = ? and state = 'CLEARED'", file);
    }

    /** Nothing was loaded: what CP-IS says of single records is kept for the person who settles the file. */
    void noteRefused(CpIsFile file, Acknowledgement answer) {
        Map<Integer, RecordAnswer> noted = new HashMap<>();
        RecordAnswers.of(answer, records.of(file.sequence())).byPosition().forEach((position, record) -> {
            if (record.outcome() == Outcome.REFUSED) {
                noted.put(position, record);
            }
        });
        records.noted(file.sequence(), noted);
    }

    /** A person has given the file up: what CP-IS has named stays with a person, the rest goes with a later file. */
    void giveUp(CpIsFile file) {
        markSent(file.sequence());
        Map<UUID, String> codes = records.notedCodes(file.sequence());
        List<UploadMove> moves = new ArrayList<>();
        for (UUID upload : attempts(file.sequence()).keySet()) {
            String code = codes.get(upload);
            moves.add(
                    code == null
                            ? UploadMove.to(DeliveryState.RETRYING, upload, "file " + file.sequence() + " was given up")
                            : dead(upload, code));
        }
        records.refuseNoted(file.sequence());
        uploads.move(moves);
    }

    private UploadMove move(UUID upload, List<RecordAnswer> answers, int attempts) {
        Optional<RecordAnswer> refused = answers.stream()
                .filter(answer -> answer.outcome() == Outcome.REFUSED)
                .findFirst();
        if (refused.isPresent()) {
            return dead(upload, refused.get().code());
        }
        boolean uncertain = answers.stream().anyMatch(answer -> answer.outcome() == Outcome.UNCERTAIN);
        if (!uncertain) {
            return UploadMove.to(DeliveryState.ACKNOWLEDGED, upload, "");
        }
        return attempts >= rules.settings().maxAttempts()
                ? UploadMove.dead(
                        upload, "UNCERTAIN", "CP-IS did not say whether it loaded the record, time after time", false)
                : UploadMove.to(DeliveryState.RETRYING, upload, "CP-IS did not say whether it loaded the record");
    }

    private static UploadMove dead(UUID upload, String code) {
        return UploadMove.dead(upload, code, remedy(code), RecordAnswer.isForPersonsOnly(code));
    }

    static String remedy(String code) {
        return CpIsCodes.record(code).map(RecordResponseCode::remedy).orElse("Look the code up with the CP-IS team");
    }

    private List<Holding> accepted(CpIsFile file, List<SentRecord> sent, Map<Integer, RecordAnswer> answers) {
        List<SentRecord> accepted = sent.stream()
                .filter(record -> answers.getOrDefault(record.position(), RecordAnswer.UNCERTAIN)
                                .outcome()
                        == Outcome.ACCEPTED)
                .toList();
        Map<String, PersonState> before = persons.load(
                accepted.stream().map(SentRecord::personId).distinct().toList());
        Map<String, Holding> holdings = new LinkedHashMap<>();
        for (SentRecord record : accepted) {
            String key = record.personId()
                    + ' '
                    + record.record().subject().nhsNumber().digits();
            Optional<CpIsPerson> held = Optional.ofNullable(holdings.get(key))
                    .or(() -> heldBefore(before.get(record.personId()), record))
                    .map(Holding::person);
            Optional<CpIsPerson> wanted =
                    Optional.ofNullable(before.get(record.personId())).flatMap(PersonState::desired);
            CpIsPerson now = CpIsPerson.afterAcknowledgement(held, record.record(), wanted);
            holdings.put(key, new Holding(record.personId(), now, file.sequence(), rules.now()));
        }
        return List.copyOf(holdings.values());
    }

    private static Optional<Holding> heldBefore(@Nullable PersonState state, SentRecord record) {
        return state == null
                ? Optional.empty()
                : state.holdings().stream()
                        .filter(held ->
                                held.number().equals(record.record().subject().nhsNumber()))
                        .findFirst();
    }

    private Map<UUID, Integer> attempts(long file) {
        Map<UUID, Integer> attempts = new LinkedHashMap<>();
        jdbc.query(
                "select id, attempts from cpis_upload where file = ? and state = 'SENT' order by person_id for update",
                row -> {
                    attempts.put(row.getObject("id", UUID.class), row.getInt("attempts"));
                },
                file);
        return attempts;
    }
}
