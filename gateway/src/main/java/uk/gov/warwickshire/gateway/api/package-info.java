/** The read-only FHIR server for partners. */
@NullMarked
package uk.gov.warwickshire.gateway.api;

import org.jspecify.annotations.NullMarked;
