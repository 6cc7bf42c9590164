/** How a question comes in over HTTP and how refusals and faults go out. */
@NullMarked
package uk.gov.warwickshire.gateway.cpis.query.http;

import org.jspecify.annotations.NullMarked;
