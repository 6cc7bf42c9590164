package uk.gov.warwickshire.gateway.ops.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.gov.warwickshire.gateway.cpis.CpIsFileState;

/** What a person can do about an upload file in a state; a page offers what is possible and nothing else. */
public enum CpIsFileAct {
    RESEND(
            CpIsFileState.WRITTEN,
            "Send the same file again",
            "CP-IS or MESH has mended its side, or it did not arrive. The same number with the same content: no record counts twice.",
            CpIsFileState.SENT,
            CpIsFileState.UNKNOWN,
            CpIsFileState.UNDELIVERED,
            CpIsFileState.REFUSED),
    ARRIVED(
            CpIsFileState.SENT,
            "It arrived",
            "MESH or CP-IS has it after all: its acknowledgement is waited for.",
            CpIsFileState.UNKNOWN),
    GIVE_UP(
            CpIsFileState.GIVEN_UP,
            "Give it up",
            "The file itself is at fault. Its records go with a later file.",
            CpIsFileState.UNDELIVERED,
            CpIsFileState.REFUSED);

    private final CpIsFileState to;
    private final String title;
    private final String meaning;
    private final Set<CpIsFileState> from;

    CpIsFileAct(CpIsFileState to, String title, String meaning, CpIsFileState... from) {
        this.to = to;
        this.title = title;
        this.meaning = meaning;
        this.from = Set.of(from);
    }

    /** In the order in which they are offered. */
    static List<CpIsFileAct> possible(CpIsFileState state) {
        return Arrays.stream(values()).filter(act -> act.from.contains(state)).toList();
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
