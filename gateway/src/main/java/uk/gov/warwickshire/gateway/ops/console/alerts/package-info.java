/** The page of alerts: what fires, what to do about it, and whether it reaches anybody. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.alerts;

import org.jspecify.annotations.NullMarked;
