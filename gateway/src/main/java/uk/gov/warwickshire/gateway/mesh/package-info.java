/**
 * Mailboxes of MESH, the NHS's message exchange: one client and one poll for every room that has a mailbox
 * (opt-out-and-mesh.md 7 and 8).
 */
@NullMarked
package uk.gov.warwickshire.gateway.mesh;

import org.jspecify.annotations.NullMarked;
