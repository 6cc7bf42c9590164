/**
 * The subject access pack of one child: what is held, what was disclosed, where it came from and how long it is kept, with
 * what concerns other people marked for review before anything is released.
 */
@NullMarked
package uk.gov.warwickshire.gateway.rights.pack;

import org.jspecify.annotations.NullMarked;
