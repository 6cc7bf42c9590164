/** The read-only FHIR server for partners at `/fhir/R4`. */
@NullMarked
package uk.gov.warwickshire.gateway.api;

import org.jspecify.annotations.NullMarked;
