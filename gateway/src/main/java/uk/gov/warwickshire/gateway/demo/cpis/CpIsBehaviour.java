package uk.gov.warwickshire.gateway.demo.cpis;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;

/** What the simulated CP-IS answers where it finds nothing wrong. */
public interface CpIsBehaviour {

    /**
     * A file code with which nothing is loaded (`CPF01`, `CPF04`, `CPF05`, `CPF06`), {@link #LOST} or
     * {@link #NOT_UNDERSTOOD}; empty if the file is loaded.
     *
     * @param times how often this file has been received, from 1
     */
    default Optional<String> fileCode(long sequence, int times) {
        return Optional.empty();
    }

    /** A record code other than CPR06; empty if the record is loaded. */
    default Optional<String> recordCode(ReceivedRecord record) {
        return Optional.empty();
    }

    /** Documents that follow a file that was loaded. */
    default List<byte[]> notifications(ReceivedUpload loaded) {
        return List.of();
    }

    /** Everything is loaded and nobody ever hears of it. */
    String LOST = "LOST";

    /** MESH reports error 15. */
    String NOT_UNDERSTOOD = "15";
}
