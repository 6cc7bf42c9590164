/** What is written to the caller: stored JSON as it is, in one piece or as the entries of a Bundle. */
@NullMarked
package uk.gov.warwickshire.gateway.api.answer;

import org.jspecify.annotations.NullMarked;
