/** FHIR resources and the facts about each child: current, history, lookup. Knows no destination. */
@NullMarked
package uk.gov.warwickshire.gateway.store;

import org.jspecify.annotations.NullMarked;
