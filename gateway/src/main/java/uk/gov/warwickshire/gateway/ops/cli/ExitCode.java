package uk.gov.warwickshire.gateway.ops.cli;

/** What a command tells the shell; the same for every command, so that a script can rely on it. */
final class ExitCode {

    /** Done, and there is nothing for a person to act on. */
    static final int OK = 0;

    /** Done with findings that a person should act on, or not done. */
    static final int FINDINGS = 1;

    /** Options or arguments that make no sense; nothing was done. */
    static final int USAGE = 2;

    private ExitCode() {}
}
