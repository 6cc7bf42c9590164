/** Who may see what of an answer: the gate, the purpose, break-glass, and the audit of each request. */
@NullMarked
package uk.gov.warwickshire.gateway.api.access;

import org.jspecify.annotations.NullMarked;
