package uk.gov.warwickshire.gateway.ops.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import uk.gov.warwickshire.gateway.cpis.CpIsFileState;

/** What a person can do about an upload file in a state; a page offers what is possible and nothing else. */
public enum CpIsFileAct {
    RESEND(
            CpIsFileState.WRITTEN,
            "Send the same file again",
            "CP-IS or MESH has mended its side, or it did not arrive. The same number with the same content: no record counts twice.",
            CpIsFileState::mayBeResent),
    ARRIVED(
            CpIsFileState.SENT,
            "It arrived",
            "MESH or CP-IS has it after all: its acknowledgement is waited for.",
            CpIsFileState::mayHaveArrived),
    GIVE_UP(
            CpIsFileState.GIVEN_UP,
            "Give it up",
            "The file itself is at fault. Its records go with a later file.",
            CpIsFileState::mayBeGivenUp);

    private final CpIsFileState to;
    private final String title;
    private final String meaning;
    private final Predicate<CpIsFileState> possible;

    CpIsFileAct(CpIsFileState to, String title, String meaning, Predicate<CpIsFileState> possible) {
        this.to = to;
        this.title = title;
        this.meaning = meaning;
        this.possible = possible;
    }

    /** In the order in which they are offered. */
    static List<CpIsFileAct> possible(CpIsFileState state) {
        return Arrays.stream(values()).filter(act -> act.possible.test(state)).toList();
    }

    /** The state that it brings the file to. */
    CpIsFileState to() {
        return to;
    }

    /** As addresses have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
