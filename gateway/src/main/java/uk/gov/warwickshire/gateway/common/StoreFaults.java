package uk.gov.warwickshire.gateway.common;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What a fault of the database means for whoever asks. */
public final class StoreFaults {

    private StoreFaults() {}

    /** Whether it came of a database that cannot be reached: asking again at once would only take longer to fail. */
    public static boolean isUnavailable(Throwable fault) {
        Throwable cause = fault.getCause();
        return isOfTheStore(fault) || (cause != null && isUnavailable(cause));
    }

    private static boolean isOfTheStore(Throwable fault) {
        return fault instanceof TransactionException
                || fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof NonTransientDataAccessResourceException;
    }
}
