/** A simulated Integrated Care Record for each region, which validates what it gets. */
@NullMarked
package uk.gov.warwickshire.gateway.demo.icr;

import org.jspecify.annotations.NullMarked;
