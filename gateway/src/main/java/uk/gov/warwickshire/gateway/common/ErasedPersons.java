package uk.gov.warwickshire.gateway.common;

import java.util.Collection;
import java.util.Map;

/**
 * Who has been erased here: known by keyed hashes alone. Intake asks before it keeps anything of a person, so that what
 * was erased does not come back with the next extract.
 */
public interface ErasedPersons {

    /** How an erased person stands. */
    enum Standing {
        /** Nothing may be kept. */
        ERASED,
        /** A statutory duty began anew and the record is held again; it goes to CP-IS alone. */
        RETURNED
    }

    /**
     * @param childIds the council's ids
     * @return those that were erased; the others are not in it
     */
    Map<String, Standing> children(Collection<String> childIds);

    /** The same of NHS numbers, as digits. */
    Map<String, Standing> numbers(Collection<String> nhsNumbers);

    /** The children are held again because a statutory duty began anew. Joins the caller's transaction. */
    void returned(Collection<String> childIds);
}
