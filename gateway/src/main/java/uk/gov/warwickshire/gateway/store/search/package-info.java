/** What the FHIR API finds exactly: search values written with each resource, and questions asked of them in SQL. */
@NullMarked
package uk.gov.warwickshire.gateway.store.search;

import org.jspecify.annotations.NullMarked;
