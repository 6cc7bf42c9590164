package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A plan that CP-IS has acknowledged to hold.
 *
 * @param personId the council's id of the child, or of the mother of an unborn one
 * @param number under which it stands there
 * @param delete day on which it was withdrawn, once CP-IS has acknowledged that
 * @param formerNumber whether it stands there under a number that is no longer the person's
 * @param withdrawn whether an order to withdraw it is in force
 */
public record CpIsHeldPlan(
        String personId,
        NhsNumber number,
        PlanType type,
        String planId,
        LocalDate start,
        Optional<LocalDate> end,
        Optional<LocalDate> delete,
        boolean formerNumber,
        boolean withdrawn) {}
