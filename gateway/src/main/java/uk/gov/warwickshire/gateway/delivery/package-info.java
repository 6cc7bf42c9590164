/** Outbox, states, order per child, retry, dead letter, replay and withdrawal. */
@NullMarked
package uk.gov.warwickshire.gateway.delivery;

import org.jspecify.annotations.NullMarked;
