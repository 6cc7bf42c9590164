/**
 * What CP-IS sends back: acknowledgement (02), access to service notification (05), inactive NHS number (06). A document
 * is untrusted input: it is bounded while it is read, and whatever is wrong with it becomes a report, never an exception.
 */
@NullMarked
package uk.gov.warwickshire.mappings.cpis.inbound;

import org.jspecify.annotations.NullMarked;
