/** Reads an extract of the Standard Safeguarding Dataset: staged, linked, streamed by child, derived where changed. */
@NullMarked
package uk.gov.warwickshire.gateway.intake.ssd;

import org.jspecify.annotations.NullMarked;
