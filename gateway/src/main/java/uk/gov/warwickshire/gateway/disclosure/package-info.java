/**
 * The decision before every outbound message: policy, agreements, choices of the persons concerned, the gate and its
 * ledger. Only this package can make a {@link uk.gov.warwickshire.gateway.disclosure.Cleared}.
 */
@NullMarked
package uk.gov.warwickshire.gateway.disclosure;

import org.jspecify.annotations.NullMarked;
