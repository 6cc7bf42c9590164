/** The canonical model of one child: what every source reader builds and every mapper reads. */
@NullMarked
package uk.gov.warwickshire.mappings.record;

import org.jspecify.annotations.NullMarked;
