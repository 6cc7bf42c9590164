/** What the API says of itself, generated from what it does. */
@NullMarked
package uk.gov.warwickshire.gateway.api.capability;

import org.jspecify.annotations.NullMarked;
