/** Disposal of the gateway's own traces once their period is over: the job, what it would do, and its reports. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.traces;

import org.jspecify.annotations.NullMarked;
