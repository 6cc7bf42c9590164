package uk.gov.warwickshire.gateway.rights.retention;

import org.springframework.core.io.Resource;

/** Schedules for tests of other packages. */
public final class RetentionSchedules {

    private RetentionSchedules() {}

    public static RetentionSchedule read(Resource resource) {
        return ScheduleReader.read(resource, false);
    }
}
