/** The demo: simulated counterparts on a port of their own and synthetic families; only under the profile demo. */
@NullMarked
package uk.gov.warwickshire.gateway.demo;

import org.jspecify.annotations.NullMarked;
