/**
 * CP-IS both ways over MESH: the statutory upload of children on a plan or in care, its acknowledgements, and the
 * notifications that come back. A fault here hides a child at risk, so nothing is skipped in silence: what cannot be sent
 * is a task for a person and an alarm. `gateway/docs/cp-is.md` is the page for those who run it.
 */
@NullMarked
package uk.gov.warwickshire.gateway.cpis;

import org.jspecify.annotations.NullMarked;
