/** CSV as people really export it, read row by row. */
@NullMarked
package uk.gov.warwickshire.mappings.source.csv;

import org.jspecify.annotations.NullMarked;
