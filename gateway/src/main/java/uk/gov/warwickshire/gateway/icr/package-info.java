/** The sender to the regions of the Integrated Care Record. */
@NullMarked
package uk.gov.warwickshire.gateway.icr;

import org.jspecify.annotations.NullMarked;
