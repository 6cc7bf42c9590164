/**
 * One record of a child that two sources tell of: which source counts for which element. The rule is written in
 * {@code mappings/docs/cin-census.md}.
 */
@NullMarked
package uk.gov.warwickshire.mappings.source.merge;

import org.jspecify.annotations.NullMarked;
