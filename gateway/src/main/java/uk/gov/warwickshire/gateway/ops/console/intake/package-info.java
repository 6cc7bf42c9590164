/** The delivered files: how far they are, what was rejected and why. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.intake;

import org.jspecify.annotations.NullMarked;
