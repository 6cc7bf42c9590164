/** The council's team directory: the phones no statutory format carries. */
@NullMarked
package uk.gov.warwickshire.mappings.source.directory;

import org.jspecify.annotations.NullMarked;
