/** Retention on the console: schedule, disposals, legal holds and erasures. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.retention;

import org.jspecify.annotations.NullMarked;
