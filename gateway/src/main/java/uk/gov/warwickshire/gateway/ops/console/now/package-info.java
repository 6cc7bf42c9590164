/** What is going on at this moment, and what needs a person, worst first. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.now;

import org.jspecify.annotations.NullMarked;
