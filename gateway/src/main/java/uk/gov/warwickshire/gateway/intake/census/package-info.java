/** Reads a Child in Need Census: surveyed whole first, then streamed by child, derived where changed. */
@NullMarked
package uk.gov.warwickshire.gateway.intake.census;

import org.jspecify.annotations.NullMarked;
