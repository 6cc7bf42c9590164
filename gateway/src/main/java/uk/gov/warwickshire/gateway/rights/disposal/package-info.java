/** Disposal of records whose period is over: previewed, asked for, approved by a second person, done child by child. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.disposal;

import org.jspecify.annotations.NullMarked;
