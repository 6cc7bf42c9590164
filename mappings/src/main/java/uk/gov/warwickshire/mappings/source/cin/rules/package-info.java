/**
 * The published validation rules of the census (source-formats.md, Appendix B) as checks: what they find is reported,
 * and withholds nothing. The rules stand in {@code cin-rules.csv}; one class here for each group of checks.
 */
@NullMarked
package uk.gov.warwickshire.mappings.source.cin.rules;

import org.jspecify.annotations.NullMarked;
