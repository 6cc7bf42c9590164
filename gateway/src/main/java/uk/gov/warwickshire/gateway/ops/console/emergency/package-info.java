/** The second pair of eyes on emergency overrides. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.emergency;

import org.jspecify.annotations.NullMarked;
