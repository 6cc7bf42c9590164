/** What a granted restriction, objection or consent does: the choice in the register, and the proof that it has taken effect. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.restriction;

import org.jspecify.annotations.NullMarked;
