package uk.gov.warwickshire.mappings.source;

import java.util.OptionalLong;

/**
 * A delivered file that cannot be read as what it claims to be: its whole batch fails and changes nothing. Names the
 * file, the line where known, and what to do. Never holds a value of the file.
 */
public final class DamagedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String problem;
    private final String remedy;

    public DamagedFileException(String file, OptionalLong line, String problem, String remedy) {
        super(file + line.stream().mapToObj(n -> ", line " + n).findFirst().orElse("") + ": " + problem + ". " + remedy
                + ".");
        this.file = file;
        this.line = line.orElse(0);
        this.problem = problem;
        this.remedy = remedy;
    }

    public DamagedFileException(String file, String problem, String remedy) {
        this(file, OptionalLong.empty(), problem, remedy);
    }

    public String file() {
        return file;
    }

    /** The line the problem was found on, the first line being 1; for a quote that never closes, where it opens. */
    public OptionalLong line() {
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** What is wrong, without the full stop. */
    public String problem() {
        return problem;
    }

    /** What a person can do about it, without the full stop. */
    public String remedy() {
        return remedy;
    }
}
