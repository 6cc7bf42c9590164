/** From the rows of a child and what they use to its stored record: hash, read, map, encode, save, enqueue. */
@NullMarked
package uk.gov.warwickshire.gateway.intake.child;

import org.jspecify.annotations.NullMarked;
