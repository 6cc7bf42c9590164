/** The FHIR shapes of the answers, as NHS England's guides give them (cp-is.md 10). */
@NullMarked
package uk.gov.warwickshire.gateway.cpis.query.fhir;

import org.jspecify.annotations.NullMarked;
