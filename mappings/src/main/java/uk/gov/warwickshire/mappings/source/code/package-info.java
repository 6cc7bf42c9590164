/** Code lists of the Department for Education, and how a source's text is matched to them. */
@NullMarked
package uk.gov.warwickshire.mappings.source.code;

import org.jspecify.annotations.NullMarked;
