/** The audit as FHIR AuditEvents, for the council's own auditors. */
@NullMarked
package uk.gov.warwickshire.gateway.api.audits;

import org.jspecify.annotations.NullMarked;
