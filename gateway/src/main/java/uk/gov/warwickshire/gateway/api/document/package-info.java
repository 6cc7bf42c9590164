/** The whole current record of a child as one document. */
@NullMarked
package uk.gov.warwickshire.gateway.api.document;

import org.jspecify.annotations.NullMarked;
