/**
 * How much of a council's own extract the mapping covers, column by column, without any of its data: what a council reads
 * before its first delivery, and may show to anyone.
 */
@NullMarked
package uk.gov.warwickshire.mappings.coverage;

import org.jspecify.annotations.NullMarked;
