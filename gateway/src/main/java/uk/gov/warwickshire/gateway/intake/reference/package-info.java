/** Reads the files beside the extract: identities, the team directory, people's choices. */
@NullMarked
package uk.gov.warwickshire.gateway.intake.reference;

import org.jspecify.annotations.NullMarked;
