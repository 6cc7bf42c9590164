package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * An order in force to remove a plan from CP-IS.
 *
 * @param number under which it stands there; empty if every number is meant
 * @param formerNumber whether that was no longer the person's number: then the plan itself is right, and goes on under the
 *     number in use. Otherwise the order also keeps the plan out
 * @param orderedOn the day that is sent, so that the record of an order is the same whenever it is made
 */
record Withdrawal(
        String personId, CpIsWithdrawal order, Optional<NhsNumber> number, boolean formerNumber, LocalDate orderedOn) {

    boolean keepsOut(CpIsPlan plan) {
        return !formerNumber && isOf(plan);
    }

    /** Whether it is about what stands under a number. */
    boolean concerns(NhsNumber held, CpIsPlan plan) {
        return number.map(held::equals).orElse(true) && isOf(plan);
    }

    private boolean isOf(CpIsPlan plan) {
        return plan.type() == order.type() && plan.planId().equals(order.planId());
    }
}
