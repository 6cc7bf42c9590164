package uk.gov.warwickshire.gateway.cpis;

import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal;

/** An order in force to remove a plan from CP-IS, and to keep it out. */
record Withdrawal(String personId, CpIsWithdrawal order) {

    boolean concerns(CpIsPlan plan) {
        return plan.type() == order.type() && plan.planId().equals(order.planId());
    }
}
