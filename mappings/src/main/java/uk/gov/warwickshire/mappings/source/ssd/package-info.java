/** The Standard Safeguarding Dataset: a zip of CSV files, one per table (source-formats.md 2). */
@NullMarked
package uk.gov.warwickshire.mappings.source.ssd;

import org.jspecify.annotations.NullMarked;
