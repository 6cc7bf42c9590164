/** The policy and the agreements: as in force, their history, what a change would do, and putting it in force. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.policy;

import org.jspecify.annotations.NullMarked;
