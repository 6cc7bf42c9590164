package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One period of care: an episode for each legal status, placements, legal statuses. */
final class LookedAfterHistory {

    private record Stage(String legalStatus, LocalDate start, Optional<LocalDate> end) {}

    private LookedAfterHistory() {}

    /** Accommodated under section 20, then for most an interim care order (s.38) and a full one (s.31). */
    static void current(CaseFile file, boolean withReferral) {
        LocalDate started = file.began().plusDays(10);
        List<LocalDate> changes = new ArrayList<>(List.of(started));
        if (file.draw().chance(75)) {
            changes.addAll(List.of(started.plusDays(40), started.plusDays(190)));
        }
        changes.removeIf(day -> !file.isPast(day));
        List<String> statuses = List.of("V2", "C1", "C2");
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Optional<LocalDate> end = i + 1 < changes.size() ? Optional.of(changes.get(i + 1)) : Optional.empty();
            stages.add(new Stage(statuses.get(i), changes.get(i), end));
        }
        write(file, stages, withReferral);
    }

    /** In care until the eighteenth birthday. */
    static void untilAdult(CaseFile file) {
        LocalDate birth = file.child().birth();
        write(file, List.of(new Stage("C2", birth.plusYears(14), Optional.of(birth.plusYears(18)))), false);
    }

    private static void write(CaseFile file, List<Stage> stages, boolean withReferral) {
        LocalDate entered = stages.get(0).start();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            boolean last = i + 1 == stages.size();
            ExtractRow episode = file.row(ExtractTable.CLA_EPISODES)
                    .set("clae_cla_episode_id", file.id("E", i))
                    .set("clae_person_id", file.personId())
                    .date("clae_cla_episode_start_date", stage.start())
                    .set("clae_cla_episode_start_reason", i == 0 ? "S" : "L")
                    .code("clae_cla_primary_need_code", Codes.PRIMARY_NEED, "N1")
                    .set("clae_cla_id", file.id("CLA", 1))
                    .set("clae_referral_id", withReferral ? ChildInNeedHistory.referralId(file) : "")
                    .set("clae_cla_placement_id", file.id("PL", 0))
                    .date("clae_entered_care_date", entered);
            ExtractRow status = file.row(ExtractTable.LEGAL_STATUS)
                    .set("lega_legal_status_id", file.id("LS", i))
                    .set("lega_person_id", file.personId())
                    .code("lega_legal_status", Codes.LEGAL_STATUS, stage.legalStatus())
                    .date("lega_legal_status_start_date", stage.start());
            stage.end().ifPresent(end -> {
                episode.date("clae_cla_episode_ceased_date", end)
                        .set("clae_cla_episode_ceased_reason", last ? "E5" : "X1");
                status.date("lega_legal_status_end_date", end);
            });
            episode.write();
            status.write();
        }
        placements(file, entered, stages.get(stages.size() - 1).end());
    }

    private static void placements(CaseFile file, LocalDate entered, Optional<LocalDate> left) {
        LocalDate moved = entered.plusDays(85);
        boolean second = moved.isBefore(left.orElse(file.today()));
        placement(file, 0, "U6", entered, second ? Optional.of(moved) : left);
        if (second) {
            placement(file, 1, file.draw().oneOf(List.of("U1", "U4", "U4", "K2")), moved, left);
        }
    }

    /** The postcode is in the source, for a reader to leave behind: placement addresses are never shared. */
    private static void placement(CaseFile file, int ordinal, String type, LocalDate start, Optional<LocalDate> end) {
        ExtractRow row = file.row(ExtractTable.CLA_PLACEMENT)
                .set("clap_cla_placement_id", file.id("PL", ordinal))
                .set("clap_cla_id", file.id("CLA", 1))
                .set("clap_person_id", file.personId())
                .date("clap_cla_placement_start_date", start)
                .code("clap_cla_placement_type", Codes.PLACEMENT_TYPE, type)
                .set("clap_cla_placement_distance", "12.5")
                .code("clap_cla_placement_provider", Codes.PROVIDER, type.equals("K2") ? "PR4" : "PR1")
                .set("clap_cla_placement_postcode", "CV21 9ZZ");
        end.ifPresent(day -> row.date("clap_cla_placement_end_date", day)
                .set("clap_cla_placement_change_reason", ordinal == 0 ? "CARPL" : "OTHER"));
        row.write();
    }
}
