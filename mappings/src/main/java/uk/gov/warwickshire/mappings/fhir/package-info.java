/** One mapper per FHIR resource type, pure functions from the record to UK Core R4. */
@NullMarked
package uk.gov.warwickshire.mappings.fhir;

import org.jspecify.annotations.NullMarked;
