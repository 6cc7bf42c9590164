/** Legal holds: orders that nothing of certain children may be destroyed. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.hold;

import org.jspecify.annotations.NullMarked;
