/**
 * The register of what people ask for by the rights of the UK GDPR: who asks for whom, the clock of one month, the decision
 * with its ground, and who did what when.
 */
@NullMarked
package uk.gov.warwickshire.gateway.rights.request;

import org.jspecify.annotations.NullMarked;
