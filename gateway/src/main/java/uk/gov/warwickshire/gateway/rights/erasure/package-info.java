/** Erasure of a person, for a disposal or for a request: what stands against it, how it is done, and the proof of it. */
@NullMarked
package uk.gov.warwickshire.gateway.rights.erasure;

import org.jspecify.annotations.NullMarked;
