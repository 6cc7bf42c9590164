/** Objections, consents and restrictions that the council has recorded. */
@NullMarked
package uk.gov.warwickshire.mappings.source.choices;

import org.jspecify.annotations.NullMarked;
