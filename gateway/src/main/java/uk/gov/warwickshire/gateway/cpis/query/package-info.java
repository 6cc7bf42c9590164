/**
 * The flag query for hospitals: is this child on a child protection plan or looked after, and whom does one ring. A lookup
 * by NHS number, decided, recorded and audited in one transaction before anything is answered.
 */
@NullMarked
package uk.gov.warwickshire.gateway.cpis.query;

import org.jspecify.annotations.NullMarked;
