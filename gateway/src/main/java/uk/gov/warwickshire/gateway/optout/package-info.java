/**
 * The national data opt-out as this council knows it: asked for in files through MESH, kept in a table of its own, never
 * in a record, an index, a message or a log (licence of the check service, opt-out-and-mesh.md 4).
 */
@NullMarked
package uk.gov.warwickshire.gateway.optout;

import org.jspecify.annotations.NullMarked;
