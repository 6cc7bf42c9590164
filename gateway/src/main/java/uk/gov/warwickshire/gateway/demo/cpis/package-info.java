/** Plays CP-IS behind a mailbox of the simulated MESH: strict about what it takes, ready with every answer there is. */
@NullMarked
package uk.gov.warwickshire.gateway.demo.cpis;

import org.jspecify.annotations.NullMarked;
