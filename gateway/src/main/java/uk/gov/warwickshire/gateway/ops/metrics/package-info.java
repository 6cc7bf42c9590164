/** Figures that no room of its own has: those of the routes. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.metrics;

import org.jspecify.annotations.NullMarked;
