/** What can be wrong with a request, in stable codes. */
@NullMarked
package uk.gov.warwickshire.gateway.api.problem;

import org.jspecify.annotations.NullMarked;
