/** Takes files and posts in, reads them into records of children, and says of every row what became of it. */
@NullMarked
package uk.gov.warwickshire.gateway.intake;

import org.jspecify.annotations.NullMarked;
