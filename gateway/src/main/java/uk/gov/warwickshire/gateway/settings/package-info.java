/** The settings of the gateway, bound once and checked at start-up. */
@NullMarked
package uk.gov.warwickshire.gateway.settings;

import org.jspecify.annotations.NullMarked;
