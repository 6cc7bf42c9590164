/** The constraints of the profiles, compiled: what every resource is checked with before it is stored or sent. */
@NullMarked
package uk.gov.warwickshire.profiles.check;

import org.jspecify.annotations.NullMarked;
