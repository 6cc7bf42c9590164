/** Who saw what, of whom, when and why: written in the transaction of what it records, never changed, never switched off. */
@NullMarked
package uk.gov.warwickshire.gateway.audit;

import org.jspecify.annotations.NullMarked;
