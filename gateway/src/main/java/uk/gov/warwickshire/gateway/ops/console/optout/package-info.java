/** The opt-out register as people of the council may see it: how complete, how old, what was exchanged. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.optout;

import org.jspecify.annotations.NullMarked;
