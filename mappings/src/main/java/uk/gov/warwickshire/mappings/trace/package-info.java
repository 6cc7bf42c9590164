/**
 * From which source column each FHIR element comes: the declared mapping register, the engine that holds it true by
 * altering cells and looking at what changes, and what is made of both (mapping tables, preview of one child).
 */
@NullMarked
package uk.gov.warwickshire.mappings.trace;

import org.jspecify.annotations.NullMarked;
