package uk.gov.warwickshire.gateway.demo.cpis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An upload file as its recipient reads it. */
public record ReceivedUpload(long sequence, List<ReceivedRecord> records) {

    public ReceivedUpload {
        records = List.copyOf(records);
    }

    /**
     * @param position from 1
     * @param unborn the plan of an unborn child: the person is its mother
     */
    public record ReceivedRecord(
            int position,
            String nhsNumber,
            Optional<String> localId,
            boolean unborn,
            String familyName,
            List<String> givenNames,
            LocalDate birthDate,
            List<ReceivedPlan> plans) {

        public ReceivedRecord {
            givenNames = List.copyOf(givenNames);
            plans = List.copyOf(plans);
        }

        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "ReceivedRecord[" + position + "]";
        }
    }

    /** @param type `LAC`, `CPP` or `UCP` */
    public record ReceivedPlan(String type, LocalDate start, Optional<LocalDate> end, Optional<LocalDate> delete) {}
}
