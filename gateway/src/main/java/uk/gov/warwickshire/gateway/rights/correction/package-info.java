/**
 * Rectification: the case system is the source of truth, so what is disputed is marked until a corrected extract arrives, and
 * everyone who holds the wrong version gets the right one.
 */
@NullMarked
package uk.gov.warwickshire.gateway.rights.correction;

import org.jspecify.annotations.NullMarked;
