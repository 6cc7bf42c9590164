/** The retention schedule, and what it says of each child: when its record is to be reviewed and disposed of. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.retention;

import org.jspecify.annotations.NullMarked;
