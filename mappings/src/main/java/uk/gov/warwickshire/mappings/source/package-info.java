/** What every reader of a delivered file shares: where the bytes come from and how a damaged file is refused. */
@NullMarked
package uk.gov.warwickshire.mappings.source;

import org.jspecify.annotations.NullMarked;
