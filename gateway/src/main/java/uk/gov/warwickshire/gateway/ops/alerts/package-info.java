/** What calls a person: rules in a file, what fires now, and the channels that say so. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.alerts;

import org.jspecify.annotations.NullMarked;
