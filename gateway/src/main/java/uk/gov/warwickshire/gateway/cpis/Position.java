package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;

/** Where one person stands between the record and CP-IS, and why. */
record Position(PersonState state, Standing standing, String words) {

    static Position of(PersonState state, List<Upload> open) {
        Optional<Upload> dead = in(open, DeliveryState.DEAD);
        if (dead.isPresent()) {
            return new Position(
                    state,
                    Standing.FAILING,
                    "refused by CP-IS: " + dead.get().code().orElse(""));
        }
        if (state.isNumberInactive()) {
            return new Position(state, Standing.FAILING, "the NHS number is inactive");
        }
        if (state.isNumberClaimedTwice()) {
            return new Position(state, Standing.FAILING, "the NHS number is claimed by two people");
        }
        Optional<String> obstacle =
                state.obstacles().stream().sorted().map(Enum::name).findFirst();
        if (obstacle.isPresent()) {
            return new Position(state, Standing.FAILING, obstacle.get());
        }
        Optional<Upload> waiting = open.stream().findFirst();
        if (waiting.isPresent()) {
            return new Position(state, Standing.WAITING, words(waiting.get()));
        }
        if (!state.unexplained().isEmpty()) {
            return new Position(state, Standing.DIFFERING, "open at CP-IS and no longer in the record");
        }
        return state.toSend().isEmpty()
                ? new Position(state, Standing.IN_STEP, "")
                : new Position(state, Standing.FAILING, "not sent: withheld, or not yet noticed");
    }

    CpIsReconciliationLine line(Optional<String> team) {
        return new CpIsReconciliationLine(
                state.personId(),
                standing,
                state.desired().map(person -> text(person.plans().stream())).orElse(List.of()),
                text(state.holdings().stream().flatMap(held -> held.person().plans().stream())),
                words,
                state.holdings().stream().map(Holding::acknowledgedAt).max(Comparator.<Instant>naturalOrder()),
                team);
    }

    private static List<String> text(Stream<CpIsPlan> plans) {
        return plans.map(plan -> plan.type() + " " + plan.start()
                        + plan.end().map(end -> " to " + end).orElse("")
                        + plan.delete().map(day -> " deleted " + day).orElse(""))
                .toList();
    }

    private static String words(Upload upload) {
        return switch (upload.state()) {
            case SENT -> "in file " + upload.file().orElse(0L) + ", not yet acknowledged";
            case CLEARED -> "in file " + upload.file().orElse(0L) + ", not yet sent";
            case HELD -> "held: " + upload.reason().orElse("");
            default -> "in the next file";
        };
    }

    private static Optional<Upload> in(List<Upload> open, DeliveryState state) {
        return open.stream().filter(upload -> upload.state() == state).findFirst();
    }
}
